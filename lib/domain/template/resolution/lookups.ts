import { isJsonArray, isJsonObject, type Json } from "../../json";
import { asText, type KnownArgument, own } from "./intrinsic";
import type { ResolutionScope } from "./scope";

/** Entries that may yet turn out to be `AWS::NoValue` make the index uncertain, so such lists are not selected from. */
export const resolveSelect: KnownArgument = (argument) => {
  if (!isJsonArray(argument) || argument.length !== 2) return undefined;
  const [position, list] = argument;
  const index = readIndex(position);
  return index === undefined || !isJsonArray(list) || list.some(mayVanish) ? undefined : list[index];
};

export const resolveFindInMap: KnownArgument = (argument, scope) => {
  if (!isJsonArray(argument) || argument.length < 3) return undefined;
  const [map, top, second] = argument.map(asText);
  if (map === undefined || top === undefined || second === undefined) return undefined;
  const fallback = isJsonObject(argument[3]) ? argument[3].DefaultValue : undefined;
  return lookUp([map, top, second], scope) ?? fallback;
};

/** An empty region stands for the stack's own. */
export const resolveAvailabilityZones: KnownArgument = (argument, scope) => {
  const given = asText(argument);
  const region = given === "" ? asText(own(scope.pseudoParameters, "AWS::Region")) : given;
  return region === undefined ? undefined : scope.availabilityZones?.(region);
};

function readIndex(value: Json | undefined): number | undefined {
  const text = asText(value);
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function mayVanish(entry: Json): boolean {
  return isJsonObject(entry) && Object.hasOwn(entry, "Fn::If");
}

function lookUp(keys: readonly string[], scope: ResolutionScope): Json | undefined {
  let found: Json | undefined = scope.mappings;
  for (const key of keys) found = isJsonObject(found) ? own(found, key) : undefined;
  return found;
}
