import { useMutation } from "@tanstack/react-query";
import { type RunTimesRequest, storedTimesSchema } from "@/lib/schemas/time-model";
import { requestJson } from "./request-json";

export function saveRunTimes(runId: string, times: RunTimesRequest) {
  return requestJson(`/api/runs/${runId}/time-model`, storedTimesSchema, { method: "PUT", body: times });
}

/** Gives a run own figures; the server counts its minutes again before it answers. */
export function useSaveRunTimes(runId: string) {
  return useMutation({ mutationFn: (times: RunTimesRequest) => saveRunTimes(runId, times) });
}
