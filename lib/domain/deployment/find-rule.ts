import type { ActionCatalogue } from "../policy/action-catalogue";
import type { Problem } from "../problem";
import { makeRegistryRule, type RegistryTable } from "./registry-rule";
import type { ResourceRule } from "./resource-rule";
import { allRules } from "./resource-types/all-rules";
import type { FoundRule } from "./stack-state";

/** A rule of ours, else one from the registry, else one that makes no calls and counts as unknown. */
export function makeRuleFinder(actions: ActionCatalogue, registry: RegistryTable | undefined) {
  const found = new Map<string, FoundRule>();
  return (type: string): FoundRule => {
    const known = found.get(type) ?? findRule(type, actions, registry);
    found.set(type, known);
    return known;
  };
}

function findRule(type: string, actions: ActionCatalogue, registry: RegistryTable | undefined): FoundRule {
  const documented = rulesByType.get(type) ?? rulesByType.get(type.startsWith("Custom::") ? "Custom::*" : type);
  if (documented) return { rule: documented, certainty: "documented" };
  const fromRegistry = makeRegistryRule(type, registry, actions);
  if (fromRegistry) return { rule: fromRegistry, certainty: "registry" };
  return { rule: { type, create: () => [], delete: () => [] }, certainty: "unknown" };
}

export function notModelled(logicalId: string, type: string): Problem {
  return {
    code: "not-modelled",
    severity: "warning",
    message: `${logicalId} is of type ${type}, whose calls Tightrope does not know; the figures leave it out.`,
    logicalId,
    path: `Resources.${logicalId}.Type`,
  };
}

const rulesByType: ReadonlyMap<string, ResourceRule> = new Map(allRules.map((rule) => [rule.type, rule]));
