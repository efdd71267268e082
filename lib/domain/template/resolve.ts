import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import { resolveCidr } from "./resolution/cidr";
import { resolveAnd, resolveEquals, resolveIf, resolveNot, resolveOr, truthOf } from "./resolution/conditions";
import { noValue, type Resolution, type Resolve, whenKnown } from "./resolution/intrinsic";
import { resolveBase64, resolveJoin, resolveSplit } from "./resolution/join-and-split";
import { resolveLength, resolveToJsonString } from "./resolution/length-and-json";
import { resolveAvailabilityZones, resolveFindInMap, resolveSelect } from "./resolution/lookups";
import { resolveGetAtt, resolveImportValue, resolveRef } from "./resolution/references";
import type { ResolutionScope } from "./resolution/scope";
import { resolveSub } from "./resolution/substitution";

/**
 * The value as far as it can be known in this scope. What cannot be known stays the intrinsic it is, with its known
 * parts filled in, so that a later call with a richer scope can finish the work. Properties, list entries and parameters
 * that are `AWS::NoValue` are left out. Total: a malformed intrinsic stays as it stands.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolveValue(value: Json, scope: ResolutionScope): Json {
  const resolve: Resolve = (inner) => resolveInside(inner, scope, resolve);
  return resolve(value) ?? noValue;
}

/** The truth of a condition expression (`Fn::Equals`, `{Condition: name}`, …), or undefined where it cannot be known. */
export function resolveCondition(expression: Json, scope: ResolutionScope): boolean | undefined {
  return truthOf(resolveValue(expression, scope), scope);
}

function resolveInside(value: Json, scope: ResolutionScope, resolve: Resolve): Json | undefined {
  if (isJsonArray(value)) return value.map(resolve).filter((entry) => entry !== undefined);
  if (!isJsonObject(value)) return value;
  const intrinsic = readIntrinsic(value);
  if (!intrinsic) return resolveProperties(value, resolve);
  const { name, argument } = intrinsic;
  const evaluate = resolutions.get(name) ?? keepUnknownFunction;
  return evaluate(argument, { name, scope, resolve });
}

function resolveProperties(value: JsonObject, resolve: Resolve): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const resolved = resolve(inner);
    if (resolved !== undefined) entries.push([key, resolved]);
  }
  return Object.fromEntries(entries);
}

function readIntrinsic(value: JsonObject): { name: string; argument: Json } | null {
  const [entry, another] = Object.entries(value);
  if (!entry || another) return null;
  const [name, argument] = entry;
  return name === "Ref" || name.startsWith("Fn::") ? { name, argument } : null;
}

/** `Fn::Transform` and whatever else CloudFormation, not we, will evaluate. */
const keepUnknownFunction = whenKnown(() => undefined);

const resolutions: ReadonlyMap<string, Resolution> = new Map([
  ["Ref", resolveRef],
  ["Fn::GetAtt", resolveGetAtt],
  ["Fn::Sub", resolveSub],
  ["Fn::Join", whenKnown(resolveJoin)],
  ["Fn::Split", whenKnown(resolveSplit)],
  ["Fn::Select", whenKnown(resolveSelect)],
  ["Fn::FindInMap", whenKnown(resolveFindInMap)],
  ["Fn::If", resolveIf],
  ["Fn::Equals", whenKnown(resolveEquals)],
  ["Fn::And", whenKnown(resolveAnd)],
  ["Fn::Or", whenKnown(resolveOr)],
  ["Fn::Not", whenKnown(resolveNot)],
  ["Fn::Base64", whenKnown(resolveBase64)],
  ["Fn::ImportValue", whenKnown(resolveImportValue)],
  ["Fn::GetAZs", whenKnown(resolveAvailabilityZones)],
  ["Fn::Cidr", whenKnown(resolveCidr)],
  ["Fn::Length", whenKnown(resolveLength)],
  ["Fn::ToJsonString", whenKnown(resolveToJsonString)],
]);
