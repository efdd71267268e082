import { useQuery } from "@tanstack/react-query";
import { shareLinkListSchema } from "@/lib/schemas/share-link";
import { requestJson } from "./request-json";

export const shareLinksKey = (runId: string) => ["share-links", runId] as const;

export function fetchShareLinks(runId: string) {
  return requestJson(`/api/runs/${runId}/share-links`, shareLinkListSchema);
}

export function useShareLinks(runId: string) {
  return useQuery({ queryKey: shareLinksKey(runId), queryFn: () => fetchShareLinks(runId) });
}
