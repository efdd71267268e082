import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { ApiCall } from "../../lib/domain/deployment/api-call";
import type { DeploymentPlan } from "../../lib/domain/deployment/deployment-plan";

const handlers = z.record(
  z.string(),
  z.object({
    handlers: z.record(z.string(), z.array(z.string())).optional(),
    tagging: z.object({ permissions: z.array(z.string()).nullish() }).nullish(),
  }),
);

/** Upper bounds of the registry: resource type → lower-case actions that its handlers may take. */
export type UpperBounds = ReadonlyMap<string, ReadonlySet<string>>;

export function readUpperBounds(file: string): UpperBounds | null {
  if (!existsSync(file)) return null;
  const types = handlers.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(
    Object.entries(types).map(([type, facts]) => {
      const listed = Object.entries(facts.handlers ?? {}).filter(([handler]) => handler !== "list");
      const actions = [...listed.flatMap(([, names]) => names), ...(facts.tagging?.permissions ?? [])];
      return [type, new Set(actions.map((action) => action.toLowerCase()))];
    }),
  );
}

export interface RegistryComparison {
  /** `type action` → source, for documented actions that the registry does not list. */
  readonly exceptions: Map<string, string>;
  resources: number;
  derived: number;
  bound: number;
}

/**
 * Adds one plan: the distinct actions that the handlers of each resource's type take in all phases, against the type's
 * upper bound. A resource that takes an attribute of another one has the other type's handler called.
 */
export function compareWithRegistry(plan: DeploymentPlan, bounds: UpperBounds, total: RegistryComparison): void {
  for (const resource of plan.resources) {
    const bound = bounds.get(resource.type);
    if (resource.certainty !== "documented" || !bound || bound.size === 0) continue;
    const own = plan.calls.filter(
      ({ logicalId, resourceType }) => logicalId === resource.logicalId && resourceType === resource.type,
    );
    const actions = new Map(own.flatMap(actionsOf));
    if (actions.size === 0) continue;
    total.resources += 1;
    total.derived += actions.size;
    total.bound += bound.size;
    for (const [action, source] of actions) {
      if (!isListed(action, bound)) total.exceptions.set(`${resource.type} ${action}`, source);
    }
  }
  for (const call of plan.calls.filter(readsAnother(plan))) {
    const bound = bounds.get(call.resourceType ?? "");
    for (const [action, source] of actionsOf(call)) {
      if (bound && !isListed(action, bound)) total.exceptions.set(`${call.resourceType} ${action}`, source);
    }
  }
}

function readsAnother({ resources }: DeploymentPlan): (call: ApiCall) => boolean {
  const types = new Map(resources.map(({ logicalId, type }) => [logicalId, type]));
  return ({ logicalId, resourceType }) => logicalId !== null && types.get(logicalId) !== resourceType;
}

function actionsOf(call: ApiCall): readonly (readonly [string, string])[] {
  return call.checks.map(({ action, source }) => [action, source] as const);
}

/** The registry writes some actions with a wildcard. */
function isListed(action: string, bound: ReadonlySet<string>): boolean {
  const wanted = action.toLowerCase();
  if (bound.has(wanted)) return true;
  return [...bound].some((pattern) => pattern.endsWith("*") && wanted.startsWith(pattern.slice(0, -1)));
}
