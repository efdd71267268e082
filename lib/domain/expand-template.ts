import { artifactBucketName } from "./deployment/cli/artifact-bucket";
import { readAssumed } from "./deployment/invented-id";
import { isJsonArray, type Json } from "./json";
import type { Problem, Staged } from "./problem";
import { expandSam } from "./sam/expand-sam";
import type { Artifact, ExpandedTemplate } from "./sam/expanded-template";
import { packageArtifacts } from "./sam/package-artifacts";
import { type ArtifactDestination, managedDestination } from "./sam/packaging/artifact-destination";
import { readTransforms } from "./sam/transforms";
import type { DeploySettings, StackTarget } from "./stack";
import { expandLanguageExtensions } from "./template/language-extensions";
import { readParameterValues } from "./template/parameter-values";
import type { Template } from "./template/template";

/** Deeper than CloudFormation users nest; a template that contains itself ends here. */
const maximumNesting = 5;

/**
 * What CloudFormation has before it starts: local artifacts packaged, language extensions and SAM expanded, and the same
 * for nested applications whose templates were supplied. `null` where the template was rejected.
 */
export function expandTemplate(
  template: Template,
  target: StackTarget,
  settings: DeploySettings,
  nestedTemplates: Readonly<Record<string, Template>>,
  depth = 0,
): Staged<ExpandedTemplate | null> {
  const packaged = packageArtifacts(template.document, destinationOf(target, settings), target);
  const uploaded: Template = { ...template, document: packaged.document };
  const extended = readTransforms(uploaded).usesLanguageExtensions
    ? expandLanguageExtensions(uploaded, target)
    : { value: uploaded, problems: [] };
  const { region, partition, account, stackName } = target;
  const parameters = parametersAsText(extended.value, target);
  const expanded = expandSam(extended.value, { parameters, region, partition, account, stackName });
  const problems = [...extended.problems, ...expanded.problems];
  if (!expanded.value) return { value: null, problems };
  const nested = expandNested(packaged.artifacts, target, settings, nestedTemplates, depth);
  const value = { ...expanded.value, artifacts: packaged.artifacts, nested: nested.value };
  return { value, problems: [...problems, ...nested.problems] };
}

function destinationOf(target: StackTarget, settings: DeploySettings): ArtifactDestination {
  const { artifactPrefix: prefix, imageRepository } = settings;
  return {
    ...managedDestination,
    bucket: readAssumed(artifactBucketName(target, settings)),
    prefix,
    imageRepositoryUri: imageRepository.kind === "named" ? imageRepository.uri : null,
  };
}

/** The transform sees the values that the deployment will have, those that were assumed included. */
function parametersAsText(template: Template, target: StackTarget): Readonly<Record<string, string>> {
  const { value } = readParameterValues(template.document, target);
  return Object.fromEntries(Object.entries(value).map(([name, parameter]) => [name, textOf(parameter.value)]));
}

function textOf(value: Json): string {
  return isJsonArray(value) ? value.map(textOf).join(",") : String(value);
}

function expandNested(
  artifacts: readonly Artifact[],
  target: StackTarget,
  settings: DeploySettings,
  nestedTemplates: Readonly<Record<string, Template>>,
  depth: number,
): Staged<Readonly<Record<string, ExpandedTemplate>>> {
  const nested: Record<string, ExpandedTemplate> = {};
  const problems: Problem[] = [];
  for (const { kind, logicalId, localPath } of artifacts) {
    const template = kind === "template" ? nestedTemplates[localPath] : undefined;
    if (!template || depth >= maximumNesting) continue;
    const inside = { ...target, parameters: {} };
    const expanded = expandTemplate(template, inside, settings, nestedTemplates, depth + 1);
    if (expanded.value) nested[logicalId] = expanded.value;
    problems.push(...expanded.problems.map((problem) => tellInside(problem, logicalId)));
  }
  return { value: nested, problems };
}

/** Lines of a nested template are not lines of this one. */
function tellInside({ line: _line, column: _column, path: _path, ...problem }: Problem, logicalId: string): Problem {
  const message = `In the nested application ${logicalId}: ${problem.message}`;
  return { ...problem, logicalId, path: `Resources.${logicalId}`, message };
}
