import { loadSamples } from "../../data/samples";
import type { Sample } from "../../schemas/sample";

/** The templates that the start page offers, each with the settings of its recorded answer. */
export function listSamples(): readonly Sample[] {
  return loadSamples().map(({ name, title, template, recordedSettings }) => ({
    name,
    fileName: `${name}.yaml`,
    description: title,
    templateText: template,
    ...recordedSettings,
  }));
}
