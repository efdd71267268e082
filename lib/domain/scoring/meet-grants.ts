import type { StepBudget } from "../policy/step-budget";
import { patternsOverlap } from "../policy/wildcard-sets";
import type { Grant, GrantList } from "./grant";

/**
 * Grants that both sides make, each pair on the resources of the narrower one; `null` when the steps do not suffice.
 */
export function meetGrants(identity: GrantList, boundary: GrantList, steps: StepBudget): GrantList | null {
  const met: Grant[] = [];
  for (const grant of identity) {
    for (const limit of boundary) {
      const resources = meetResources(grant.resources, limit.resources, steps);
      if (!resources) return null;
      if (resources.length === 0) continue;
      met.push({ resources, conditions: [...grant.conditions, ...limit.conditions], statement: grant.statement });
    }
  }
  return met;
}

function meetResources(
  granted: readonly string[],
  limit: readonly string[],
  steps: StepBudget,
): readonly string[] | null {
  if (!steps.take(stepsOfPair + granted.length + limit.length)) return null;
  if (granted.includes("*")) return limit;
  if (limit.includes("*")) return granted;
  if (!steps.take(stepsOfOverlaps(granted, limit))) return null;
  return granted.filter((resource) => limit.some((other) => patternsOverlap(resource, other)));
}

const stepsOfPair = 10;
const stepsOfOverlap = 10;

/** The longest ARN that IAM knows: https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
const longestArn = 2_048;

/** Patterns that could be ARNs are compared in few steps; what is longer may need each character with each. */
function stepsOfOverlaps(granted: readonly string[], limit: readonly string[]): number {
  const isLong = granted.some(isNoArn) || limit.some(isNoArn);
  if (!isLong) return granted.length * limit.length * stepsOfOverlap;
  return (charactersOf(granted) * charactersOf(limit)) / 4;
}

function isNoArn(pattern: string): boolean {
  return pattern.length > longestArn;
}

function charactersOf(patterns: readonly string[]): number {
  return patterns.reduce((sum, pattern) => sum + pattern.length, 0);
}
