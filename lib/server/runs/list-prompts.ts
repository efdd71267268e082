import { buildPrompts, promptsVersion } from "../../domain/approaches/prompts";
import { targetOf } from "../../domain/stages";
import type { Prompts } from "../../schemas/llm-reply";
import type { RunInput } from "../../schemas/run";
import { usesImageFunctions } from "../templates/inspect-template";

const titles = { draft: "Draft the policy", review: "Review it", revise: "Revise it" };

/** The conversation to have with a model about the run's template. */
export function listPrompts(input: RunInput): Prompts {
  const prompts = buildPrompts(input.templateText, targetOf(input), usesImageFunctions(input.templateText));
  return { version: promptsVersion, prompts: prompts.map(({ turn, text }) => ({ turn, title: titles[turn], text })) };
}
