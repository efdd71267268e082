import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { requestJson } from "./request-json";

export function useRemoveReplay(runId: string, replayId: string) {
  return useMutation({
    mutationFn: () => requestJson(`/api/runs/${runId}/replays/${replayId}`, z.unknown(), { method: "DELETE" }),
  });
}
