import { isJsonArray, isJsonObject, type Json } from "../../json";
import { asText, isSymbolic, type KnownArgument, noValue, own, type Resolution } from "./intrinsic";
import type { ResolutionScope } from "./scope";

export const resolveIf: Resolution = (argument, { scope, resolve }) => {
  if (!isJsonArray(argument)) return { "Fn::If": argument };
  const [name, whenTrue, whenFalse] = argument;
  const known = typeof name === "string" ? own(scope.conditions, name) : undefined;
  if (known === undefined) return { "Fn::If": argument.map((part) => resolve(part) ?? noValue) };
  const chosen = known ? whenTrue : whenFalse;
  return chosen === undefined ? undefined : resolve(chosen);
};

/** Scalars are compared as text: to CloudFormation, `true` and `"true"` are the same. */
export const resolveEquals: KnownArgument = (argument) => {
  if (!isJsonArray(argument) || argument.length !== 2 || isSymbolic(argument)) return undefined;
  const [left, right] = argument.map((side) => asText(side) ?? JSON.stringify(side));
  return left === right;
};

/** One false part decides, whatever the unknown parts are. */
export const resolveAnd: KnownArgument = (argument, scope) => {
  const parts = truthsOf(argument, scope);
  return parts?.includes(false) ? false : parts?.every((part) => part === true) ? true : undefined;
};

/** One true part decides, whatever the unknown parts are. */
export const resolveOr: KnownArgument = (argument, scope) => {
  const parts = truthsOf(argument, scope);
  return parts?.includes(true) ? true : parts?.every((part) => part === false) ? false : undefined;
};

export const resolveNot: KnownArgument = (argument, scope) => {
  const [part, another] = truthsOf(argument, scope) ?? [];
  return part === undefined || another !== undefined ? undefined : !part;
};

/** The truth of a resolved condition expression; undefined where it is not known. */
export function truthOf(expression: Json, scope: ResolutionScope): boolean | undefined {
  if (typeof expression === "boolean") return expression;
  if (expression === "true" || expression === "false") return expression === "true";
  if (!isJsonObject(expression) || Object.keys(expression).length !== 1) return undefined;
  return typeof expression.Condition === "string" ? own(scope.conditions, expression.Condition) : undefined;
}

function truthsOf(argument: Json, scope: ResolutionScope): (boolean | undefined)[] | undefined {
  return isJsonArray(argument) ? argument.map((part) => truthOf(part, scope)) : undefined;
}
