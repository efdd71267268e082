import { useQuery } from "@tanstack/react-query";
import { replayStatesSchema } from "@/lib/schemas/replay";
import { requestJson } from "./request-json";

const everyMilliseconds = 1000;

/** How far the run's replays are, asked again and again while one of them works. */
export function useReplayStates(runId: string) {
  return useQuery({
    queryKey: ["replays", runId],
    queryFn: ({ signal }) => requestJson(`/api/runs/${runId}/replays`, replayStatesSchema, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.replays.every(({ status }) => status === "done" || status === "failed") ? false : everyMilliseconds,
  });
}
