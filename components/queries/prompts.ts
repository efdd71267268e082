import { useQuery } from "@tanstack/react-query";
import { promptsSchema } from "@/lib/schemas/llm-reply";
import { requestJson } from "./request-json";

export const promptsKey = (runId: string) => ["prompts", runId] as const;

export function fetchPrompts(runId: string) {
  return requestJson(`/api/runs/${runId}/prompts`, promptsSchema);
}

export function usePrompts(runId: string) {
  return useQuery({ queryKey: promptsKey(runId), queryFn: () => fetchPrompts(runId) });
}
