import type { AccessLevel, ActionCatalogue, ActionFacts, ResourceTypeFacts } from "../domain/policy/action-catalogue";
import { readGenerated } from "./generated-file";

/** As generated: lists of names are kept once and referred to by their index, since actions share most of them. */
export interface CompactActionCatalogue {
  readonly version: string;
  readonly lists: readonly (readonly string[])[];
  readonly services: Readonly<Record<string, CompactService>>;
}

export interface CompactService {
  /** name, access level, index of its resource types, index of its condition keys */
  readonly actions: readonly (readonly [string, AccessLevel, number, number])[];
  /** name, ARN pattern, index of its condition keys */
  readonly resourceTypes: readonly (readonly [string, string, number])[];
}

let loaded: ActionCatalogue | undefined;

/** The service authorization reference: every service, action, resource type and condition key of AWS. */
export function loadActionCatalogue(): ActionCatalogue {
  loaded ??= expandCatalogue(readGenerated("action-catalogue.json"));
  return loaded;
}

function expandCatalogue({ version, lists, services }: CompactActionCatalogue): ActionCatalogue {
  const list = (index: number): readonly string[] => lists[index] ?? [];
  const expanded: ActionCatalogue = {
    version,
    services: mapValues(services, ({ actions }) => {
      const facts: Record<string, ActionFacts> = {};
      for (const [name, accessLevel, resourceTypes, conditionKeys] of actions) {
        facts[name.toLowerCase()] = {
          name,
          accessLevel,
          resourceTypes: list(resourceTypes),
          conditionKeys: list(conditionKeys),
        };
      }
      return facts;
    }),
    resourceTypes: mapValues(services, ({ resourceTypes }) => {
      const facts: Record<string, ResourceTypeFacts> = {};
      for (const [name, arn, conditionKeys] of resourceTypes) facts[name] = { arn, conditionKeys: list(conditionKeys) };
      return facts;
    }),
  };
  return expanded;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
