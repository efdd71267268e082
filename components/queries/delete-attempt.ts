import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { requestJson } from "./request-json";

export function deleteAttempt(id: string) {
  return requestJson(`/api/attempts/${id}`, z.unknown(), { method: "DELETE" });
}

export function useDeleteAttempt() {
  return useMutation({ mutationFn: deleteAttempt });
}
