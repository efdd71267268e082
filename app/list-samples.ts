import "server-only";
import { loadSamples } from "@/lib/data/samples";
import type { Sample } from "@/lib/schemas/sample";

export function listSamples(): readonly Sample[] {
  return loadSamples().map(({ name, title, template, recordedSettings }) => ({
    name,
    fileName: `${name}.yaml`,
    description: title,
    templateText: template,
    ...recordedSettings,
  }));
}
