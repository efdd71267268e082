import { isJsonArray, type JsonObject } from "../../../json";

/**
 * For tests: what giving a property changes in the calls of a resource, and nothing else does. Each list is the whole
 * difference to the same resource without the property, so a case shows the calls both ways.
 */
export interface ConditionalCase {
  /** Several stand for themselves: each alone changes the same. */
  readonly given: JsonObject | readonly JsonObject[];
  /** Properties that the resource has either way; default none. */
  readonly beside?: JsonObject;
  /** Actions of its creation that the property brings, in order. */
  readonly create?: readonly string[];
  /** Actions of its creation that the property takes away. */
  readonly spares?: readonly string[];
  /** Actions of its deletion that the property brings. */
  readonly delete?: readonly string[];
  /** Actions of the update that adds the property, beyond those of any other change. */
  readonly update?: readonly string[];
  /** Actions of the update that takes the property away, beyond those of any other change. */
  readonly removal?: readonly string[];
}

/** Resource type → its cases. */
export type ConditionalCases = Readonly<Record<string, readonly ConditionalCase[]>>;

export const roleArn = "arn:aws:iam::123456789012:role/given";
export const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-4333-a444-555555555555";

/** What a service checks that sets up the delivery of its logs, see `../log-delivery.ts`. */
export const logDelivery = [
  "logs:CreateLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:PutResourcePolicy",
];

/** Tags that are checked with the creation, put on by an update, and taken off by another. */
export function tagged(given: JsonObject, tag: string, untag: string): ConditionalCase {
  return { given, create: [tag], update: [tag], removal: [untag] };
}

/** A list of tags under the property that holds them. */
export function tagList(property = "Tags"): JsonObject {
  return { [property]: [{ Key: "team", Value: "shop" }] };
}

/** A map of tags under the property that holds them. */
export function tagMap(property = "Tags"): JsonObject {
  return { [property]: { team: "shop" } };
}

export function alternativesOf(given: ConditionalCase["given"]): readonly JsonObject[] {
  return isJsonArray(given) ? given : [given];
}
