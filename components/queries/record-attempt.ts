import { useMutation } from "@tanstack/react-query";
import { createdRealAttemptSchema, type NewRealAttemptRequest } from "@/lib/schemas/real-attempt";
import { requestJson } from "./request-json";

export function recordAttempt(runId: string, attempt: NewRealAttemptRequest) {
  return requestJson(`/api/runs/${runId}/attempts`, createdRealAttemptSchema, { method: "POST", body: attempt });
}

export function useRecordAttempt(runId: string) {
  return useMutation({ mutationFn: (attempt: NewRealAttemptRequest) => recordAttempt(runId, attempt) });
}
