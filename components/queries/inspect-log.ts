import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { attemptLogSchema } from "@/lib/schemas/real-attempt";
import { requestJson } from "./request-json";

export const inspectLogKey = (log: string) => ["inspect-log", log] as const;

export function inspectLog(log: string, signal: AbortSignal) {
  return requestJson("/api/attempt-logs/inspect", attemptLogSchema, { method: "POST", body: { log }, signal });
}

/** What is read in the log; asks nothing while there is none. */
export function useLogInspection(log: string) {
  return useQuery({
    queryKey: inspectLogKey(log),
    queryFn: ({ signal }) => inspectLog(log, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    enabled: log.trim() !== "",
    placeholderData: keepPreviousData,
  });
}
