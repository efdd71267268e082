import { loadSamples } from "../../data/samples";
import type { Sample } from "../../schemas/sample";

/** The samples as the start page offers them, with the settings under which their answers were recorded. */
export function listSamples(): Sample[] {
  return loadSamples().map(({ name, title, template, recordedSettings }) => ({
    name,
    fileName: `${name}.yaml`,
    description: title,
    templateText: template,
    ...recordedSettings,
  }));
}
