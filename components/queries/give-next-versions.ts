import { useMutation } from "@tanstack/react-query";
import { createdReplaySchema, type NewNextVersions } from "@/lib/schemas/replay";
import { requestJson } from "./request-json";

/** Gives later versions of a run's template to be tried with its candidates. */
export function useGiveNextVersions(runId: string) {
  return useMutation({
    mutationFn: (body: NewNextVersions) =>
      requestJson(`/api/runs/${runId}/next-versions`, createdReplaySchema, { method: "POST", body }),
  });
}
