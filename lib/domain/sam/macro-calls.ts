import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import { keepByObject } from "../template/keep-by-object";

/** A macro that `Fn::Transform` calls for the part of the template in which it stands. */
export interface MacroCall {
  readonly name: string;
  /** Where it stands, as in `Resources.Api.Properties.Body`. */
  readonly at: string;
  readonly parameters: JsonObject;
}

export type FindMacroCalls = (document: JsonObject) => readonly MacroCall[];

/** Entries of a section that are the very same object call the same: they are searched once. */
export function startFindingMacroCalls(): FindMacroCalls {
  const inEntry = keepByObject((entry) => callsIn(entry, ""));
  return (document) =>
    Object.entries(document).flatMap(([name, section]) => {
      if (!isJsonObject(section)) return [];
      const own = callOf(section, name);
      const entries = Object.entries(section).flatMap(([key, entry]) =>
        key === functionName ? [] : inEntry(entry).map((call) => ({ ...call, at: `${name}.${key}${call.at}` })),
      );
      return [...(own ? [own] : []), ...entries];
    });
}

const functionName = "Fn::Transform";

function callsIn(value: Json, at: string): readonly MacroCall[] {
  if (isJsonArray(value)) return value.flatMap((item, index) => callsIn(item, `${at}.${index}`));
  if (!isJsonObject(value)) return [];
  const own = callOf(value, at);
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    key === functionName ? [] : callsIn(inner, `${at}.${key}`),
  );
  return [...(own ? [own] : []), ...inside];
}

function callOf(value: JsonObject, at: string): MacroCall | null {
  const call = value[functionName];
  if (!isJsonObject(call) || typeof call.Name !== "string") return null;
  return { name: call.Name, at, parameters: isJsonObject(call.Parameters) ? call.Parameters : {} };
}
