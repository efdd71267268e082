import { vi } from "vitest";
import { loadResourceSpec } from "../../../../data/resource-spec";
import { isJsonObject, type Json, type JsonObject } from "../../../json";
import { CreatedResource } from "../../resource-view";
import { differencesOf } from "./differences-probe";

/**
 * The paths of properties on which a type's calls hang: everything that its rule reads, and what it reads once that is
 * given, is tried alone with values of the usual kinds. What hangs on one certain value (an engine, a protocol) is not
 * found this way, nor what a rule reads out of a list's items by itself.
 */
export function findConditions(type: string): readonly string[] {
  const read = vi.spyOn(CreatedResource.prototype, "get");
  const pathsRead = () => new Set(read.mock.calls.map(([path]) => path));
  differencesOf(type, {});
  const tags = spec.types[type]?.tags?.property;
  const known = new Set([...pathsRead(), ...(tags === undefined ? [] : [tags])]);
  const found: string[] = [];
  // The set grows while it is walked.
  for (const path of known) {
    const hangs = (path === tags ? tagValues : values).some((value) => {
      read.mockClear();
      const differs = Object.values(differencesOf(type, withPath({}, path, value))).some(({ length }) => length > 0);
      for (const deeper of pathsRead()) if (deeper.startsWith(`${path}.`)) known.add(deeper);
      return differs;
    });
    if (hangs) found.push(path);
  }
  read.mockRestore();
  return found;
}

const spec = loadResourceSpec();

/** An ARN is a given text like any other. */
const values: readonly Json[] = ["arn:aws:iam::123456789012:role/given", true, [{ Key: "team" }]];
const tagValues: readonly Json[] = [[{ Key: "team", Value: "shop" }], { team: "shop" }];

/** Sets what stands at a dotted path; a number is the index of a list with that item alone. */
function withPath(holder: JsonObject, path: string, value: Json): JsonObject {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...holder, [key]: value };
  const isList = /^\d+$/.test(rest[0] ?? "");
  const inner = isList ? rest.slice(1) : rest;
  const below = inner.length === 0 ? value : withPath({}, inner.join("."), value);
  const present = holder[key];
  return {
    ...holder,
    [key]: isList ? [below] : isJsonObject(below) && isJsonObject(present) ? { ...present, ...below } : below,
  };
}
