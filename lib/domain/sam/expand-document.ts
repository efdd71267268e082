import { isJsonObject, type JsonObject } from "../json";
import type { Staged } from "../problem";
import type { Template } from "../template/template";
import { checkDocument } from "./check-document";
import { checkCountAfter, checkCountBefore } from "./check-resource-count";
import type { ExpandOptions } from "./expand-options";
import { expandResource } from "./expand-resource";
import type { ExpandedTemplate } from "./expanded-template";
import { makeContext, type WorkingContext } from "./expansion-context";
import { duplicateId } from "./fault";
import { FaultReport } from "./fault-report";
import { enabledPreferences, makeCodeDeployResources, makeDeploymentGroup } from "./function/code-deploy";
import { completeOrigins, embeddedConnectorOwners } from "./origins";
import { expansionOrder, plugins, resourceTypes } from "./registry";
import { renderResource } from "./resource";
import { followGenerated, followRenames } from "./resource-references";
import type { Expansion, ResourceTypeRule } from "./resource-type";
import { resourcesOf } from "./sam-template";
import { type ExpandedResource, noneSettled, type SettledResource, type SettledResources } from "./settled-resources";
import { isFreeId } from "./unique-ids";
import { copyMap, isMap, type ValueMap } from "./value";
import { openWorkingCopy, type WorkingCopy } from "./working-copy";

export interface ExpandedDocument extends Staged<ExpandedTemplate | null> {
  readonly settled: readonly SettledResource[];
  /** Resources share the values that Globals gave them. Where one has edited them, the expansion of all others hangs on it. */
  readonly changesGlobals: boolean;
}

/**
 * What SAM's transform makes of a template that is packaged already.
 *
 * @param known resources whose expansion stands, and is taken over
 */
export function expandDocument(template: Template, options: ExpandOptions, known: SettledResources): ExpandedDocument {
  const report = new FaultReport(template);
  const copy = openWorkingCopy(template.document, isExpanded, known);
  check(copy, report);
  const { Globals: shared = null } = copy.document;
  const before = JSON.stringify(shared);
  const settled: SettledResource[] = [];
  const expanded = report.ended ? null : expandCopy(copy, template, options, known, settled, report);
  const changesGlobals = JSON.stringify(shared) !== before;
  return { value: report.isEmpty ? expanded : null, problems: report.problems(), settled, changesGlobals };
}

function check({ document }: WorkingCopy, report: FaultReport): void {
  report.attempt(null, () => {
    checkDocument(document);
    checkCountBefore(document);
  });
}

function expandCopy(
  copy: WorkingCopy,
  template: Template,
  options: ExpandOptions,
  known: SettledResources,
  settled: SettledResource[],
  report: FaultReport,
): ExpandedTemplate | null {
  const source = copy.document;
  const context = makeContext(copy, known, template, options, report);
  report.attempt(null, () => {
    for (const plugin of plugins) plugin.beforeTemplate?.(source, context);
  });
  if (report.ended) return null;
  context.startOutput();

  const owners = embeddedConnectorOwners(template.document);
  const origins = new Map<string, string>();
  const renames = new Map<string, string>();
  const references = new Map<string, ReadonlyMap<string, string>>();
  for (const logicalId of orderOfExpansion(source)) {
    const rule = ruleOf(context.sourceResources[logicalId]);
    if (rule === undefined || report.ended) continue;
    const became =
      known.get(logicalId)?.became ?? report.attempt(logicalId, () => expandOne(logicalId, rule, context, settled));
    if (became === undefined) continue;
    if (became.renamedTo !== undefined) renames.set(logicalId, became.renamedTo);
    if (became.generated.size > 0) references.set(became.renamedTo ?? logicalId, became.generated);
    delete context.outputResources[logicalId];
    for (const resource of became.resources) {
      report.attempt(logicalId, () => addToOutput(resource, logicalId, context));
      origins.set(resource.logicalId, owners.get(logicalId) ?? logicalId);
    }
  }
  addCodeDeploy(context, origins, report);
  report.attempt(null, () => {
    for (const plugin of plugins) plugin.afterTemplate?.(context.output, context);
  });
  const { Transform: _transform, ...output } = context.finishOutput();
  const document = followGenerated(followRenames(output, renames), references);
  if (report.isEmpty) report.attempt(null, () => checkCountAfter(document));
  return { document, artifacts: [], origins: completeOrigins(document, origins, context.sourceResources), nested: {} };
}

/** Notes a resource as settled if its expansion reached nothing else. */
function expandOne(
  logicalId: string,
  rule: ResourceTypeRule,
  context: WorkingContext,
  settled: SettledResource[],
): ExpandedResource {
  const declared = context.sourceResources[logicalId];
  const source = isMap(declared) ? copyMap(declared) : {};
  const { result: expansion, reached } = context.watch(() => expandResource(logicalId, declared, rule, context));
  const became: ExpandedResource = {
    resources: expansion.resources.map((resource) => ({
      logicalId: resource.logicalId,
      type: resource.type,
      entry: renderResource(resource),
    })),
    renamedTo: expansion.renamedTo,
    generated: generatedReferences(rule, expansion),
  };
  if (!reached) settled.push({ logicalId, source, became });
  return became;
}

const rules: ReadonlyMap<unknown, ResourceTypeRule> = new Map(resourceTypes.map((rule) => [rule.type, rule]));

function isExpanded(resource: JsonObject): boolean {
  return rules.has(resource.Type);
}

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

function addToOutput(
  { logicalId, type, entry }: ExpandedResource["resources"][number],
  originId: string,
  context: WorkingContext,
): void {
  if (!isFreeId(logicalId, type, context.sourceResources)) throw duplicateId(originId, logicalId, type);
  context.outputResources[logicalId] = entry;
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

/** A template without SAM passes as it is; what must hold for any template must hold for it too. */
export function passDocument(template: Template): Staged<ExpandedTemplate | null> {
  const report = new FaultReport(template);
  check(openWorkingCopy(template.document, isExpanded, noneSettled), report);
  return { value: report.isEmpty ? unchanged(template) : null, problems: report.problems() };
}

function unchanged({ document }: Template): ExpandedTemplate {
  const resources = isJsonObject(document.Resources) ? Object.keys(document.Resources) : [];
  return { document, artifacts: [], origins: Object.fromEntries(resources.map((id) => [id, id])), nested: {} };
}
