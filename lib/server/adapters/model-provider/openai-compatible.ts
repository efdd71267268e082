import { z } from "zod";
import type { ModelReply } from "../../../domain/approaches/material";
import type { ModelProvider } from "./model-provider";

interface Message {
  readonly role: "user" | "assistant";
  readonly content: string;
}

const completionSchema = z.object({
  model: z.string().optional(),
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const answerMilliseconds = 180_000;

/** The chat completions API as OpenAI documents it (https://platform.openai.com/docs/api-reference/chat/create). */
export function openAiCompatibleProvider(settings: {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}): ModelProvider {
  return {
    async converse(prompts, signal) {
      const replies: ModelReply[] = [];
      let messages: readonly Message[] = [];
      for (const prompt of prompts) {
        messages = [...messages, { role: "user", content: prompt }];
        const reply = await ask(settings, messages, signal);
        if (reply === null) break;
        replies.push(reply);
        messages = [...messages, { role: "assistant", content: reply.text }];
      }
      return replies;
    },
  };
}

async function ask(
  { baseUrl, apiKey, model }: Parameters<typeof openAiCompatibleProvider>[0],
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<ModelReply | null> {
  try {
    const response = await fetch(`${baseUrl.replace(/\/$/, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ model, messages }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMilliseconds)]),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const completion = completionSchema.parse(await response.json());
    const text = completion.choices[0]?.message.content ?? "";
    const date = new Date().toISOString().slice(0, 10);
    return { text, evidence: "measured", origin: `${completion.model ?? model}, ${date}, prompts version 1` };
  } catch (fault) {
    if (signal.aborted) throw fault;
    console.error("The model provider gave no answer:", fault instanceof Error ? fault.message : fault);
    return null;
  }
}
