import type { AccessRequest } from "./decision";

export type RequestContext = AccessRequest["context"];

/** A context key as a policy names it, prepared for look-up: key names ignore case. */
export interface ContextKeyName {
  readonly written: string;
  readonly lower: string;
}

export function contextKeyName(written: string): ContextKeyName {
  return { written, lower: written.toLowerCase() };
}

/**
 * The values of a key; `undefined` when the request does not carry it, or carries it without a value, which AWS calls null.
 * Key names, tag keys in them included, ignore case.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function contextValues(context: RequestContext, key: ContextKeyName): readonly string[] | undefined {
  const values = Object.hasOwn(context, key.written) ? context[key.written] : findIgnoringCase(context, key);
  return values?.length === 0 ? undefined : values;
}

function findIgnoringCase(context: RequestContext, key: ContextKeyName): readonly string[] | undefined {
  for (const name in context) {
    if (name.length === key.lower.length && name.toLowerCase() === key.lower) return context[name];
  }
  return undefined;
}

/**
 * The global keys that hold a list even when there is one value in it. A service's own lists are not told apart: with one
 * value they are read as that value.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html ("Value type")
 */
const multivaluedKeys: ReadonlySet<string> = new Set([
  "aws:calledvia",
  "aws:principalorgpaths",
  "aws:principalservicenameslist",
  "aws:resourceorgpaths",
  "aws:sourceorgpaths",
  "aws:tagkeys",
  "aws:vpceorgpaths",
]);

export function isMultivalued(key: ContextKeyName): boolean {
  return multivaluedKeys.has(key.lower);
}
