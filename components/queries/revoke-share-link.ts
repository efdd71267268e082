import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { requestJson } from "./request-json";
import { shareLinksKey } from "./share-links";

export function revokeShareLink(id: string) {
  return requestJson(`/api/share-links/${id}`, z.unknown(), { method: "DELETE" });
}

export function useRevokeShareLink(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: revokeShareLink,
    onSuccess: () => client.invalidateQueries({ queryKey: shareLinksKey(runId) }),
  });
}
