import type { ModelReply } from "../../../domain/approaches/material";
import type { Env } from "../../env";
import { openAiCompatibleProvider } from "./openai-compatible";

/** A language model that answers a conversation. */
export interface ModelProvider {
  /**
   * The model's answers to the prompts, each asked after the answers before it. Fewer than asked, or none, when it
   * cannot be reached: a run is compared without the LLM approach rather than not at all.
   */
  converse(prompts: readonly string[], signal: AbortSignal): Promise<readonly ModelReply[]>;
}

/** The provider that the environment configures; `null` when base URL, key or model name is missing. */
export function openModelProvider({ MODEL_BASE_URL, MODEL_API_KEY, MODEL_NAME }: Env): ModelProvider | null {
  if (!MODEL_BASE_URL || !MODEL_API_KEY || !MODEL_NAME) return null;
  return openAiCompatibleProvider({ baseUrl: MODEL_BASE_URL, apiKey: MODEL_API_KEY, model: MODEL_NAME });
}
