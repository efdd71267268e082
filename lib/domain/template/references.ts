import { isJsonArray, isJsonObject, type Json } from "../json";
import { readGetAtt } from "./resolution/references";
import { namesIn, readSub } from "./resolution/substitution";

/** A name that a value refers to, and where: a dotted path below the value. */
export interface Reference {
  readonly name: string;
  /** Null for `Ref` and `${Name}`. */
  readonly attribute: string | null;
  readonly path: string;
}

/** Every `Ref`, `Fn::GetAtt` and `Fn::Sub` name inside a value, in order; pseudo parameters are left out. */
export function collectReferences(value: Json, path = ""): Reference[] {
  if (isJsonArray(value)) return value.flatMap((entry, index) => collectReferences(entry, `${path}.${index}`));
  if (!isJsonObject(value)) return [];
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first) {
    const [key, argument] = first;
    const here = `${path}.${key}`;
    if (key === "Ref" && typeof argument === "string")
      return withoutPseudo([{ name: argument, attribute: null, path: here }]);
    if (key === "Fn::GetAtt") {
      const target = readGetAtt(argument);
      if (target) return [{ name: target.logicalId, attribute: target.attribute, path: here }];
    }
    if (key === "Fn::Sub") return withoutPseudo(referencesInSub(argument, here));
  }
  return entries.flatMap(([key, inner]) => collectReferences(inner, `${path}.${key}`));
}

/** The names of {@link collectReferences}, each once. */
export type ReferredNames = (value: Json) => readonly string[];

export const referredNames: ReferredNames = (value) => [...new Set(collectReferences(value).map(({ name }) => name))];

function referencesInSub(argument: Json, path: string): Reference[] {
  const parts = readSub(argument);
  if (!parts) return collectReferences(argument, path);
  const named = namesIn(parts.text)
    .filter((name) => !Object.hasOwn(parts.variables, name))
    .map((name) => {
      const dot = name.indexOf(".");
      return dot < 0
        ? { name, attribute: null, path }
        : { name: name.slice(0, dot), attribute: name.slice(dot + 1), path };
    });
  return [...named, ...collectReferences(parts.variables, `${path}.1`)];
}

function withoutPseudo(references: Reference[]): Reference[] {
  return references.filter(({ name }) => !name.startsWith("AWS::"));
}
