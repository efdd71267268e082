import { z } from "zod";

/** POST /api/runs/:id/llm-reply makes a new run of the same input: 201 with its id, or 422 when no policy is in the reply. */
export const llmReplyRequestSchema = z.object({
  reply: z.string().trim().min(1, "Paste the model's reply; the field is empty."),
});

/** GET /api/runs/:id/prompts: the three turns of the conversation, to be copied one after the other. */
export const promptsSchema = z.object({
  version: z.int(),
  prompts: z.array(z.object({ turn: z.enum(["draft", "review", "revise"]), title: z.string(), text: z.string() })),
});

export type LlmReplyRequest = z.infer<typeof llmReplyRequestSchema>;
export type Prompts = z.infer<typeof promptsSchema>;
