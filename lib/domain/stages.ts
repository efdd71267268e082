import type { ReadVersion } from "./changes/next-versions";
import type { EarlierStages } from "./changes/plan-changes";
import type { ComparisonInput, DomainData, TemplateVersion } from "./comparison-input";
import type { DeployableStack, DeploymentPlan } from "./deployment/deployment-plan";
import { type DeriveCalls, deriveCalls, startDeriving } from "./deployment/derive-calls";
import { prepareStack } from "./deployment/prepare-stack";
import { isJsonArray, type Json } from "./json";
import { hasErrors, type Problem, type Staged } from "./problem";
import { type ExpandSam, expandSam, startExpanding } from "./sam/expand-sam";
import type { ExpandedTemplate } from "./sam/expanded-template";
import { type ArtifactDestination, managedDestination } from "./sam/packaging/artifact-destination";
import { type DeploySettings, partitionOf, type StackTarget } from "./stack";
import { readParameterValues } from "./template/parameter-values";
import { parseTemplate } from "./template/parse-template";
import { type ResolveTemplate, resolveTemplate, startResolving } from "./template/resolve-template";
import { shareUnchanged } from "./template/share-unchanged";
import type { Template } from "./template/template";

/** A template on its way to deployment: as the user wrote it, as the transform returns it, and resolved for its target. */
export interface ReadStack {
  readonly template: Template;
  readonly expanded: ExpandedTemplate;
  /** `null` where the expanded template cannot be deployed: CloudFormation would refuse its references. */
  readonly stack: DeployableStack | null;
}

export interface StackInput {
  readonly templateText: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Local path as written in the template → template text. */
  readonly nestedTemplates: Readonly<Record<string, string>>;
  readonly settings: DeploySettings;
}

/** Text → deployable stack: parse, expand, resolve. `null` where the template was rejected; the problems say why. */
export function readStack(input: StackInput, reading: Reading = readingAlone): Staged<ReadStack | null> {
  const parsed = parseTemplate(input.templateText);
  if (!parsed.value) return { value: null, problems: parsed.problems };
  const nested = readNested(input.nestedTemplates);
  const prepared = expandAndPrepare(parsed.value, targetOf(input), input.settings, nested.value, reading);
  const problems = [...parsed.problems, ...nested.problems, ...prepared.problems];
  if (!prepared.value) return { value: null, problems };
  const stack = isRefused(parsed.problems) ? null : prepared.value.stack;
  return { value: { template: parsed.value, expanded: prepared.value.expanded, stack }, problems };
}

/** The later versions of the template, each read as the stack's next template. */
export function readNextVersions({ nextVersions = [], ...input }: ComparisonInput): readonly ReadVersion[] {
  return nextVersions.map((version) => readVersion(version, input));
}

export function readVersion({ name, templateText }: TemplateVersion, input: StackInput): ReadVersion {
  const { value, problems } = readStack({ ...input, templateText });
  return { name, document: value?.template.document ?? null, stack: value?.stack ?? null, problems };
}

/** CloudFormation reads on after a repeated key and takes the last; it does not after any other fault of the text. */
function isRefused(problems: readonly Problem[]): boolean {
  return hasErrors(problems.filter(({ code }) => code !== "duplicate-key"));
}

/** The comparison's own template, read, and the stages with its input bound for changes of it. */
export interface BoundStages extends EarlierStages {
  readonly template: Template;
  /** Every call of the template's own deployment. */
  deriveBase(): Staged<DeploymentPlan>;
}

/** `null` where the template cannot be deployed; the problems say why. */
export type BindStages = (input: ComparisonInput, data: DomainData) => Staged<BoundStages | null>;

/**
 * What a change leaves as it is is expanded, resolved, named and derived once for the template and all changes of it; what
 * comes out is the same as with {@link bindStagesAnew}.
 */
export const bindStages: BindStages = (input, data) => {
  const reading = { expand: startExpanding(), resolve: startResolving() };
  return bindWith(input, data, reading, startDeriving(input.settings, data), shareUnchanged);
};

/** Every change expanded, resolved and derived as if it were the only one. */
export const bindStagesAnew: BindStages = (input, data) =>
  bindWith(
    input,
    data,
    readingAlone,
    (...stacks) => startDeriving(input.settings, data)(...stacks),
    (_base, changed) => changed,
  );

function bindWith(
  input: ComparisonInput,
  data: DomainData,
  reading: Reading,
  derive: DeriveCalls,
  share: typeof shareUnchanged,
): Staged<BoundStages | null> {
  const { value: read, problems } = readStack(input, reading);
  if (!read?.stack) return { value: null, problems };
  const { template, expanded, stack: base } = read;
  const nested = readNested(input.nestedTemplates).value;
  const readingChanges: Reading = {
    ...reading,
    resolve: (document, ...place) => reading.resolve(share(expanded.document, document), ...place),
  };
  const stages: BoundStages = {
    template,
    base,
    deriveBase: () => deriveCalls(null, base, input.settings, data),
    prepare: (document, target) => {
      const changed = expandAndPrepare({ ...template, document }, target, input.settings, nested, readingChanges);
      return { value: changed.value?.stack ?? null, problems: changed.problems };
    },
    derive: (before, after) => derive(before, after, [before ? "update" : "create"]).value,
  };
  return { value: stages, problems };
}

/** How a parsed template is expanded and resolved. */
interface Reading {
  readonly expand: ExpandSam;
  readonly resolve: ResolveTemplate;
}

const readingAlone: Reading = { expand: expandSam, resolve: resolveTemplate };

/** The later half of {@link readStack}, for a template that is parsed already. */
function expandAndPrepare(
  template: Template,
  target: StackTarget,
  settings: DeploySettings,
  nestedTemplates: Readonly<Record<string, Template>>,
  { expand, resolve }: Reading,
): Staged<Omit<ReadStack, "template"> | null> {
  const expanded = expand(template, {
    ...target,
    parameters: parametersAsText(template, target),
    artifacts: destinationOf(settings),
    nestedTemplates,
  });
  if (!expanded.value) return { value: null, problems: expanded.problems };
  const prepared = prepareStack(expanded.value, target, template.positions, resolve);
  const problems = [...expanded.problems, ...prepared.problems];
  return { value: { expanded: expanded.value, stack: hasErrors(problems) ? null : prepared.value }, problems };
}

export function targetOf({
  stackName,
  region,
  account,
  parameters,
}: Pick<StackInput, "stackName" | "region" | "account" | "parameters">): StackTarget {
  return { stackName, region, account, partition: partitionOf(region), parameters };
}

function readNested(texts: Readonly<Record<string, string>>): Staged<Readonly<Record<string, Template>>> {
  const templates: Record<string, Template> = {};
  const problems: Problem[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const parsed = parseTemplate(text);
    if (parsed.value) templates[path] = parsed.value;
    problems.push(...parsed.problems.map((problem) => ({ ...problem, message: `In ${path}: ${problem.message}` })));
  }
  return { value: templates, problems };
}

/** The transform sees the values that the deployment will have, those that were assumed included. */
function parametersAsText(template: Template, target: StackTarget): Readonly<Record<string, string>> {
  const { value } = readParameterValues(template.document, target);
  return Object.fromEntries(Object.entries(value).map(([name, parameter]) => [name, textOf(parameter.value)]));
}

function textOf(value: Json): string {
  return isJsonArray(value) ? value.map(textOf).join(",") : String(value);
}

function destinationOf({ artifactBucket, artifactPrefix, imageRepository }: DeploySettings): ArtifactDestination {
  return {
    bucket: artifactBucket.kind === "named" ? artifactBucket.name : managedDestination.bucket,
    prefix: artifactPrefix,
    imageRepositoryUri: imageRepository.kind === "named" ? imageRepository.uri : null,
  };
}
