import { onlyKeyOf } from "./intrinsics";
import { substituteText } from "./parameter-resolver";
import { isList, isMap, setEntry, type Value, type ValueMap } from "./value";

/** Logical id → property (`Alias`) → logical id of the generated resource that is meant. */
export type GeneratedReferences = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Points `Ref`, `Fn::GetAtt`, `${…}` and `DependsOn` at new logical ids. What names none stays the same object. */
export function followRenames(document: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  if (renames.size === 0) return document;
  return rewriteMaps(document, (map) => renameIn(renameInDependsOn(map, renames), renames));
}

/** Resolves `!Ref Orders.Alias` and its kin to the generated resource. What names none stays the same object. */
export function followGenerated(document: ValueMap, references: GeneratedReferences): ValueMap {
  if (references.size === 0) return document;
  return rewriteMaps(document, (intrinsic) => {
    const name = onlyKeyOf(intrinsic);
    if (name === "Ref") return followRef(intrinsic, references);
    if (name === "Fn::GetAtt") return followGetAtt(intrinsic, references);
    if (name !== "Fn::Sub") return intrinsic;
    return rewriteSub(intrinsic, (reference, whole) => followText(reference, whole, references));
  });
}

/** Replaces maps before what is below them; only what has changed is made anew. */
function rewriteMaps(map: ValueMap, replace: (map: ValueMap) => ValueMap): ValueMap {
  const replaced = replace(map);
  let rewritten = replaced;
  for (const key of Object.keys(replaced)) {
    const value = replaced[key] ?? null;
    const changed = rewriteBelow(value, replace);
    if (changed === value) continue;
    if (rewritten === replaced) rewritten = { ...replaced };
    setEntry(rewritten, key, changed);
  }
  return rewritten;
}

function rewriteBelow(value: Value, replace: (map: ValueMap) => ValueMap): Value {
  if (isMap(value)) return rewriteMaps(value, replace);
  if (!isList(value)) return value;
  const rewritten = value.map((item) => rewriteBelow(item, replace));
  return rewritten.every((item, index) => item === value[index]) ? value : rewritten;
}

function renameInDependsOn(map: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  const { DependsOn: dependsOn } = map;
  const rename = (id: Value) => (typeof id === "string" ? (renames.get(id) ?? id) : id);
  if (typeof dependsOn === "string" && renames.has(dependsOn)) return { ...map, DependsOn: rename(dependsOn) };
  if (!isList(dependsOn) || dependsOn.every((id) => rename(id) === id)) return map;
  return { ...map, DependsOn: dependsOn.map(rename) };
}

function renameIn(intrinsic: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  const name = onlyKeyOf(intrinsic);
  if (name === "Ref") return renameRef(intrinsic, renames);
  if (name === "Fn::GetAtt") return renameGetAtt(intrinsic, renames);
  if (name !== "Fn::Sub") return intrinsic;
  return rewriteSub(intrinsic, (reference, whole) => {
    const logicalId = reference.split(".", 1)[0] ?? "";
    const renamed = renames.get(logicalId);
    return renamed === undefined ? whole : whole.replaceAll(logicalId, () => renamed);
  });
}

function rewriteSub(intrinsic: ValueMap, replace: (reference: string, whole: string) => Value): ValueMap {
  const { "Fn::Sub": argument } = intrinsic;
  if (typeof argument === "string") {
    const rewritten = substituteText(argument, replace);
    return rewritten === argument ? intrinsic : { "Fn::Sub": rewritten };
  }
  const [text, ...others] = isList(argument) ? argument : [];
  if (typeof text !== "string") return intrinsic;
  const rewritten = substituteText(text, replace);
  return rewritten === text ? intrinsic : { "Fn::Sub": [rewritten, ...others] };
}

function renameRef(intrinsic: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  const renamed = typeof intrinsic.Ref === "string" ? renames.get(intrinsic.Ref) : undefined;
  return renamed === undefined ? intrinsic : { Ref: renamed };
}

function renameGetAtt(intrinsic: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  const [logicalId = "", ...attribute] = attributePath(intrinsic) ?? [];
  const renamed = renames.get(logicalId);
  return renamed === undefined ? intrinsic : { "Fn::GetAtt": [renamed, ...attribute] };
}

function followRef(intrinsic: ValueMap, references: GeneratedReferences): ValueMap {
  if (typeof intrinsic.Ref !== "string") return intrinsic;
  const dot = intrinsic.Ref.indexOf(".");
  if (dot < 0) return intrinsic;
  const generated = references.get(intrinsic.Ref.slice(0, dot))?.get(intrinsic.Ref.slice(dot + 1));
  return generated === undefined ? intrinsic : { Ref: generated };
}

function followGetAtt(intrinsic: ValueMap, references: GeneratedReferences): ValueMap {
  const [logicalId = "", property = "", ...attribute] = attributePath(intrinsic) ?? [];
  const generated = references.get(logicalId)?.get(property);
  return generated === undefined ? intrinsic : { "Fn::GetAtt": [generated, ...attribute] };
}

function followText(reference: string, whole: string, references: GeneratedReferences): string {
  const [logicalId = "", property = ""] = reference.split(".");
  const generated = references.get(logicalId)?.get(property);
  return generated === undefined ? whole : whole.replaceAll(`${logicalId}.${property}`, () => generated);
}

/** `["Orders", "Alias", "Arn"]` for `[Orders, Alias.Arn]`; null where the argument is not a list of texts. */
function attributePath(intrinsic: ValueMap): string[] | null {
  const argument = onlyKeyOf(intrinsic) === "Fn::GetAtt" ? intrinsic["Fn::GetAtt"] : undefined;
  if (!isList(argument) || argument.length < 2) return null;
  const texts = argument.filter((item) => typeof item === "string");
  return texts.length === argument.length ? texts.join(".").split(".") : null;
}
