import { isJsonArray, isJsonObject, type Json } from "../../json";
import type { ResolutionScope } from "./scope";

/** Resolves what stands inside a value; undefined where that is `AWS::NoValue`. */
export type Resolve = (value: Json) => Json | undefined;

export interface ResolutionContext {
  /** The function's own name: `Fn::Join`. */
  readonly name: string;
  readonly scope: ResolutionScope;
  readonly resolve: Resolve;
}

/** One intrinsic function: its argument as written, in; its value, or itself where that is unknown, out. */
export type Resolution = (argument: Json, context: ResolutionContext) => Json | undefined;

/** A function that needs nothing but its resolved argument; undefined where its value cannot be known. */
export type KnownArgument = (argument: Json, scope: ResolutionScope) => Json | undefined;

/** Resolves the argument once, so that deep nesting costs no more than its size; keeps the function if that is not enough. */
export function whenKnown(evaluate: KnownArgument): Resolution {
  return (argument, { name, scope, resolve }) => {
    const resolved = resolve(argument) ?? noValue;
    return evaluate(resolved, scope) ?? { [name]: resolved };
  };
}

export const noValue: Json = { Ref: "AWS::NoValue" };

/** Whether an unresolved intrinsic stands anywhere inside. */
export function isSymbolic(value: Json): boolean {
  if (isJsonArray(value)) return value.some(isSymbolic);
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  const [only] = keys;
  if (keys.length === 1 && only !== undefined && (only === "Ref" || only.startsWith("Fn::"))) return true;
  return Object.values(value).some(isSymbolic);
}

/** A scalar as CloudFormation writes it into text; undefined for lists, objects and null. */
export function asText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** A property that is the object's own, so that `constructor` is no parameter. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
