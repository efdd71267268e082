import { useMutation } from "@tanstack/react-query";
import { createdRunSchema, type NewRunRequest } from "@/lib/schemas/new-run";
import { requestJson } from "./request-json";

export function createRun(run: NewRunRequest) {
  return requestJson("/api/runs", createdRunSchema, { method: "POST", body: run });
}

export function useCreateRun() {
  return useMutation({ mutationFn: createRun });
}
