import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createdShareLinkSchema, type NewShareLink } from "@/lib/schemas/share-link";
import { requestJson } from "./request-json";
import { shareLinksKey } from "./share-links";

export function createShareLink(runId: string, link: NewShareLink) {
  return requestJson(`/api/runs/${runId}/share-links`, createdShareLinkSchema, { method: "POST", body: link });
}

export function useCreateShareLink(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (link: NewShareLink) => createShareLink(runId, link),
    onSuccess: () => client.invalidateQueries({ queryKey: shareLinksKey(runId) }),
  });
}
