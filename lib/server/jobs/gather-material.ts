import type { Material, ModelReply } from "../../domain/approaches/material";
import { buildPrompts } from "../../domain/approaches/prompts";
import { targetOf } from "../../domain/stages";
import type { RunInput } from "../../schemas/run";
import type { AccessAnalyzerSource } from "../adapters/access-analyzer/access-analyzer-source";
import type { ModelProvider } from "../adapters/model-provider/model-provider";
import { usesImageFunctions } from "../templates/inspect-template";

/** Where material comes from; a live source that is not configured is `null`. */
export interface Sources {
  readonly findRecordedReplies: (input: RunInput) => readonly ModelReply[];
  readonly modelProvider: ModelProvider | null;
  readonly accessAnalyzer: AccessAnalyzerSource | null;
}

/**
 * What the world says about the run's template. What the team has pasted counts before what was recorded, and that before
 * asking: neither costs anything nor sends the template anywhere.
 */
export async function gatherMaterial(input: RunInput, sources: Sources, signal: AbortSignal): Promise<Material> {
  const [modelReplies, accessAnalyzerPolicy] = await Promise.all([
    gatherReplies(input, sources, signal),
    sources.accessAnalyzer?.findGeneratedPolicy(targetOf(input), signal) ?? null,
  ]);
  return { modelReplies, accessAnalyzerPolicy, currentPolicy: input.currentPolicy, candidates: [] };
}

async function gatherReplies(
  input: RunInput,
  { findRecordedReplies, modelProvider }: Sources,
  signal: AbortSignal,
): Promise<readonly ModelReply[]> {
  if (input.llmReply !== null) return [{ text: input.llmReply, evidence: "imported", origin: "Pasted by the team" }];
  const recorded = findRecordedReplies(input);
  if (recorded.length > 0 || !modelProvider) return recorded;
  const prompts = buildPrompts(input.templateText, targetOf(input), usesImageFunctions(input.templateText));
  return modelProvider.converse(
    prompts.map(({ text }) => text),
    signal,
  );
}
