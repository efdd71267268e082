import { useMutation } from "@tanstack/react-query";
import type { LlmReplyRequest } from "@/lib/schemas/llm-reply";
import { createdRunSchema } from "@/lib/schemas/new-run";
import { requestJson } from "./request-json";

export function sendLlmReply(runId: string, reply: LlmReplyRequest) {
  return requestJson(`/api/runs/${runId}/llm-reply`, createdRunSchema, { method: "POST", body: reply });
}

/** Makes a new run of the same input with the pasted reply. */
export function useSendLlmReply(runId: string) {
  return useMutation({ mutationFn: (reply: LlmReplyRequest) => sendLlmReply(runId, reply) });
}
