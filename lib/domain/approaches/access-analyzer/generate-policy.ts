import type { ActionCatalogue, ActionFacts } from "../../policy/action-catalogue";
import type { PolicyDocument, Statement } from "../../policy/policy-document";
import type { StackTarget } from "../../stack";
import { isActionLevel, isActionLevelService } from "./action-level-services";
import type { ObservedEvent } from "./observe-events";

export interface GeneratedPolicy {
  readonly document: PolicyDocument;
  /** Actions that happened but that policy generation cannot see. */
  readonly dataEvents: readonly string[];
  /** Service prefixes that come back without actions. */
  readonly servicesWithoutActions: readonly string[];
  /** Used actions that are left out although others of their service are named. */
  readonly actionsLeftOut: readonly string[];
  /**
   * Of the actions that the policy names, those whose resource the events name in the request, and those for which only
   * the service's answer does. The policy has placeholders for both; the events can tell what to put there.
   */
  readonly namedInRequest: readonly string[];
  readonly namedInResponse: readonly string[];
}

/**
 * A policy as policy generation writes it: the used actions that have action-level information, a statement for each set
 * of resource types that they can be scoped to, resources as ARNs with placeholders, whatever the events name.
 * Placeholders are filled at once: account, region and partition by the stack's, everything else by `*`.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_GetGeneratedPolicy.html
 */
export function generatePolicy(
  events: readonly ObservedEvent[],
  target: StackTarget,
  catalogue: ActionCatalogue,
): GeneratedPolicy {
  const management = events.filter((event) => event.category === "management");
  const seen = distinct(management.map((event) => event.action));
  const withActions = seen.filter(isActionLevel);
  const groups = groupByResources(withActions, target, catalogue);
  return {
    document: { Version: "2012-10-17", Statement: [...groups].map(([key, actions]) => toStatement(key, actions)) },
    dataEvents: distinct(events.filter((event) => event.category === "data").map((event) => event.action)),
    servicesWithoutActions: distinct(seen.map(serviceOf).filter((service) => !isActionLevelService(service))),
    actionsLeftOut: seen.filter((action) => isActionLevelService(serviceOf(action)) && !isActionLevel(action)),
    namedInRequest: withActions.filter((action) => isNamedIn(management, action, "request")),
    namedInResponse: withActions.filter((action) => isNamedIn(management, action, "response")),
  };
}

/** An action that is used in several ways counts as named in the request where any of its events is. */
function isNamedIn(events: readonly ObservedEvent[], action: string, where: ObservedEvent["names"]): boolean {
  const places = new Set(events.filter((event) => event.action === action).map(({ names }) => names));
  return where === "request" ? places.has("request") : places.has(where) && !places.has("request");
}

/** Resource ARNs, joined by a space → actions. ARNs hold no spaces, so the key can be taken apart again. */
function groupByResources(
  actions: readonly string[],
  target: StackTarget,
  catalogue: ActionCatalogue,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const action of actions) {
    const key = resourcesOf(action, target, catalogue).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function resourcesOf(action: string, target: StackTarget, catalogue: ActionCatalogue): readonly string[] {
  const facts = findAction(action, catalogue);
  const types = catalogue.resourceTypes[serviceOf(action)] ?? {};
  const arns = (facts?.resourceTypes ?? []).flatMap((type) => types[type]?.arn ?? []);
  return arns.length === 0 ? ["*"] : distinct(arns.map((arn) => fillPlaceholders(arn, target)));
}

function findAction(action: string, catalogue: ActionCatalogue): ActionFacts | undefined {
  return catalogue.services[serviceOf(action)]?.[action.slice(action.indexOf(":") + 1).toLowerCase()];
}

function fillPlaceholders(arn: string, target: StackTarget): string {
  const known: Record<string, string> = { Partition: target.partition, Region: target.region, Account: target.account };
  return arn.replace(/\$\{(\w+)\}/g, (_, name: string) => known[name] ?? "*");
}

function toStatement(key: string, actions: readonly string[]): Statement {
  const resources = key.split(" ");
  return { Effect: "Allow", Action: [...actions].sort(), Resource: resources.length === 1 ? key : resources };
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
