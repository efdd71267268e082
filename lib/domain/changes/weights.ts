import { changeFrequencies } from "./change-frequencies";
import type { TemplateChange } from "./template-change";

/** Share of measured template versions that make a change of these kinds; 0 for a change that nobody measured. */
export function weightOf({ kinds }: Pick<TemplateChange, "kinds">): number {
  return kinds.reduce((sum, kind) => sum + (changeFrequencies[kind] ?? 0), 0);
}
