import { invalidResource } from "./fault";
import { onlyKeyOf } from "./intrinsics";
import { type Fields, isList, isMap, type Value } from "./value";

/** What a property of a SAM resource or event may hold. */
export interface PropertyRule {
  readonly required: boolean;
  readonly check: Check;
  /** Any map with one key is let through unchecked: it may be an intrinsic function. */
  readonly intrinsics: boolean;
}
export type PropertyTable = Readonly<Record<string, PropertyRule>>;

export interface Check {
  /** For messages: `a string`. Absent where no short description fits. */
  readonly expected?: string;
  accepts(value: Value): boolean;
}

export const anything: Check = { accepts: () => true };
export const text: Check = { expected: "a string", accepts: (value) => typeof value === "string" };
export const map: Check = { expected: "a map", accepts: (value) => isMap(value) };
export const boolean: Check = { accepts: (value) => typeof value === "boolean" };
export const list: Check = { accepts: (value) => isList(value) };
/** Python counts booleans as integers, and so does the transform. */
export const integer: Check = { accepts: (value) => Number.isInteger(value) || typeof value === "boolean" };

export function listOf(item: Check): Check {
  return { accepts: (value) => isList(value) && value.every((entry) => item.accepts(entry)) };
}

export function mapOf(item: Check): Check {
  return { accepts: (value) => isMap(value) && Object.values(value).every((entry) => item.accepts(entry)) };
}

export function oneOf(...checks: readonly Check[]): Check {
  return { accepts: (value) => checks.some((check) => check.accepts(value)) };
}

export function enumOf(...values: readonly string[]): Check {
  const quoted = values.map((value) => `'${value}'`).join(", ");
  return { expected: `one of ${quoted}`, accepts: (value) => typeof value === "string" && values.includes(value) };
}

/** Intrinsic functions are let through. */
export function required(check: Check = anything): PropertyRule {
  return { required: true, check, intrinsics: true };
}
export function optional(check: Check = anything): PropertyRule {
  return { required: false, check, intrinsics: true };
}
/** Intrinsic functions are checked like any other map. */
export function requiredStrict(check: Check): PropertyRule {
  return { required: true, check, intrinsics: false };
}
export function optionalStrict(check: Check): PropertyRule {
  return { required: false, check, intrinsics: false };
}
/** Handed to CloudFormation unread. */
export const passThrough: PropertyRule = { required: false, check: anything, intrinsics: false };

/** Throws for the first property that the table does not know, then for the first that does not fit its rule. */
export function checkProperties(logicalId: string, type: string, properties: Fields, table: PropertyTable): void {
  for (const name of Object.keys(properties)) {
    if (!Object.hasOwn(table, name)) {
      throw invalidResource(
        logicalId,
        `${type} has no property '${name}'. Remove it or correct its name.`,
        `Properties.${name}`,
      );
    }
  }
  checkRules(logicalId, properties, table);
}

export function checkRules(logicalId: string, properties: Fields, table: PropertyTable): void {
  for (const name of Object.keys(table)) {
    const rule = table[name];
    if (rule === undefined) continue;
    const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (rule.intrinsics && onlyKeyOf(value) !== undefined) continue;
    if (value === undefined || value === null) {
      if (rule.required) throw invalidResource(logicalId, `The required property '${name}' is missing.`, "Properties");
    } else if (!rule.check.accepts(value)) {
      const expected = rule.check.expected ? `must be ${rule.check.expected}` : "has the wrong type";
      throw invalidResource(logicalId, `The property '${name}' ${expected}.`, `Properties.${name}`);
    }
  }
}
