import type { Staged } from "../problem";
import { expandLanguageExtensions } from "../template/language-extensions";
import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import type { PackageArtifacts, PackagedTemplate } from "./package-artifacts";
import { managedDestination } from "./packaging/artifact-destination";

/** What the transform gets to see, and what was uploaded for it. */
export interface PreparedTemplate {
  readonly template: Template;
  readonly artifacts: PackagedTemplate["artifacts"];
}

/** What happens before the transform: loops are unrolled where the template asks for it, local files are packaged. */
export function prepareTemplate(
  template: Template,
  usesLanguageExtensions: boolean,
  options: ExpandOptions,
  packageArtifacts: PackageArtifacts,
): Staged<PreparedTemplate> {
  const extended = usesLanguageExtensions
    ? expandLanguageExtensions(template, options)
    : { value: template, problems: [] };
  const { artifacts: destination = managedDestination } = options;
  if (destination === null) return { value: { template: extended.value, artifacts: [] }, problems: extended.problems };
  const { document, artifacts } = packageArtifacts(extended.value.document, destination, options);
  return { value: { template: { ...extended.value, document }, artifacts }, problems: extended.problems };
}
