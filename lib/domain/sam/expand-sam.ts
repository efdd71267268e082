import { isJsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import { isNestedTooDeeply } from "../template/deepest-nesting";
import type { Template } from "../template/template";
import { checkDocument } from "./check-document";
import { checkCountAfter, checkCountBefore } from "./check-resource-count";
import { expandNested } from "./expand-nested";
import type { ExpandOptions } from "./expand-options";
import { expandResource } from "./expand-resource";
import type { ExpandedTemplate } from "./expanded-template";
import { makeContext, type WorkingContext } from "./expansion-context";
import { duplicateId } from "./fault";
import { FaultReport } from "./fault-report";
import { enabledPreferences, makeCodeDeployResources, makeDeploymentGroup } from "./function/code-deploy";
import { completeOrigins, embeddedConnectorOwners } from "./origins";
import { prepareTemplate } from "./prepare-template";
import { expansionOrder, plugins, resourceTypes } from "./registry";
import { type Resource, renderResource } from "./resource";
import { followGenerated, followRenames } from "./resource-references";
import type { Expansion, ResourceTypeRule } from "./resource-type";
import { resourcesOf } from "./sam-template";
import { readTransforms } from "./transforms";
import { isFreeId } from "./unique-ids";
import { copyMap, isMap, type ValueMap } from "./value";

/**
 * The CloudFormation template that AWS's transforms make of a template: local files packaged, language extensions and SAM
 * expanded, nested applications too as far as they are supplied. `value` is null where CloudFormation would refuse the
 * template; `problems` then names every resource at fault. A template without SAM passes as it is.
 */
export function expandSam(template: Template, options: ExpandOptions): Staged<ExpandedTemplate | null> {
  if (isNestedTooDeeply(template.document)) return { value: null, problems: [tooDeep] };
  const transforms = readTransforms(template);
  const { value: prepared, problems: noticed } = prepareTemplate(template, transforms.usesLanguageExtensions, options);
  const report = new FaultReport(prepared.template);
  const source = copyMap(prepared.template.document);
  report.attempt(null, () => {
    checkDocument(source);
    checkCountBefore(source);
  });
  const expanded = transforms.usesSam
    ? expandDocument(source, prepared.template, options, report)
    : unchanged(prepared.template);
  const nested = expandNested(prepared.template, prepared.artifacts, options, expandSam);
  const problems = [...transforms.problems, ...noticed, ...report.problems(), ...nested.problems];
  if (expanded === null || !report.isEmpty) return { value: null, problems };
  const value = { ...expanded, artifacts: prepared.artifacts, nested: nested.value, transforms: transforms.byAws };
  return { value, problems };
}

const tooDeep: Problem = {
  code: "too-deep",
  severity: "error",
  message: "The template's values are nested too deeply to be expanded. Move parts of it into nested stacks.",
};

function expandDocument(
  source: ValueMap,
  template: Template,
  options: ExpandOptions,
  report: FaultReport,
): ExpandedTemplate | null {
  if (report.ended) return null;
  const context = makeContext(source, template, options, report);
  report.attempt(null, () => {
    for (const plugin of plugins) plugin.beforeTemplate?.(source, context);
  });
  if (report.ended) return null;
  context.startOutput();

  const owners = embeddedConnectorOwners(template.document);
  const origins = new Map<string, string>();
  const renames = new Map<string, string>();
  const references = new Map<string, Map<string, string>>();
  for (const logicalId of orderOfExpansion(source)) {
    const rule = ruleOf(context.sourceResources[logicalId]);
    if (rule === undefined || report.ended) continue;
    const expansion = report.attempt(logicalId, () => expandResource(logicalId, rule, context));
    if (expansion === undefined) continue;
    if (expansion.renamedTo !== undefined) renames.set(logicalId, expansion.renamedTo);
    const generated = generatedReferences(rule, expansion);
    if (generated.size > 0) references.set(expansion.renamedTo ?? logicalId, generated);
    delete context.outputResources[logicalId];
    for (const resource of expansion.resources) {
      report.attempt(logicalId, () => addToOutput(resource, logicalId, context));
      origins.set(resource.logicalId, owners.get(logicalId) ?? logicalId);
    }
  }
  addCodeDeploy(context, origins, report);
  report.attempt(null, () => {
    for (const plugin of plugins) plugin.afterTemplate?.(context.output, context);
  });
  const document = context.finishOutput();
  delete document.Transform;
  followRenames(document, renames);
  followGenerated(document, references);
  if (report.isEmpty) report.attempt(null, () => checkCountAfter(document));
  return { document, artifacts: [], origins: completeOrigins(document, origins, context.sourceResources), nested: {} };
}

function unchanged({ document }: Template): ExpandedTemplate {
  const resources = isJsonObject(document.Resources) ? Object.keys(document.Resources) : [];
  return { document, artifacts: [], origins: Object.fromEntries(resources.map((id) => [id, id])), nested: {} };
}

const rules: ReadonlyMap<unknown, ResourceTypeRule> = new Map(resourceTypes.map((rule) => [rule.type, rule]));

function ruleOf(resource: unknown): ResourceTypeRule | undefined {
  return isMap(resource) ? rules.get(resource.Type) : undefined;
}

function orderOfExpansion(source: ValueMap): string[] {
  const resources = resourcesOf(source);
  const rank = (logicalId: string) => expansionRank(ruleOf(resources[logicalId])?.type ?? "");
  return Object.keys(resources).sort((left, right) => rank(left) - rank(right));
}

function expansionRank(type: string): number {
  const named = expansionOrder.findIndex((types) => types.includes(type));
  return named < 0 ? expansionOrder.findIndex((types) => types.length === 0) : named;
}

function addToOutput(resource: Resource, originId: string, context: WorkingContext): void {
  if (!isFreeId(resource, context.sourceResources)) throw duplicateId(originId, resource.logicalId, resource.type);
  context.outputResources[resource.logicalId] = renderResource(resource);
}

function generatedReferences(rule: ResourceTypeRule, expansion: Expansion): Map<string, string> {
  const generated = new Map<string, string>();
  for (const [property, type] of Object.entries(rule.referable ?? {})) {
    const meant = expansion.resources.findLast((resource) => resource.type === type);
    if (meant !== undefined) generated.set(property, meant.logicalId);
  }
  return generated;
}

function addCodeDeploy(context: WorkingContext, origins: Map<string, string>, report: FaultReport): void {
  const preferences = enabledPreferences(context);
  const [first] = preferences;
  if (first === undefined) return;
  for (const resource of makeCodeDeployResources(context)) {
    context.outputResources[resource.logicalId] = renderResource(resource);
    origins.set(resource.logicalId, first.functionId);
  }
  for (const preference of preferences) {
    report.attempt(preference.functionId, () => {
      const group = makeDeploymentGroup(preference);
      context.outputResources[group.logicalId] = renderResource(group);
      origins.set(group.logicalId, preference.functionId);
    });
  }
}
