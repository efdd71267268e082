import { onlyKeyOf } from "./intrinsics";
import { rewrite, substitute } from "./parameter-resolver";
import { isList, isMap, type Value, type ValueMap } from "./value";

/** Logical id → property (`Alias`) → logical id of the generated resource that is meant. */
export type GeneratedReferences = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Points `Ref`, `Fn::GetAtt`, `${…}` and `DependsOn` at new logical ids, in place. */
export function followRenames(document: ValueMap, renames: ReadonlyMap<string, string>): void {
  if (renames.size === 0) return;
  followInDependsOn(document, renames);
  rewrite(document, (intrinsic, name) => {
    if (name === "Ref") return renameRef(intrinsic, renames);
    if (name === "Fn::GetAtt") renameGetAtt(intrinsic, renames);
    if (name === "Fn::Sub") {
      substitute(intrinsic, (reference, whole) => {
        const logicalId = reference.split(".", 1)[0] ?? "";
        const renamed = renames.get(logicalId);
        return renamed === undefined ? whole : whole.replaceAll(logicalId, () => renamed);
      });
    }
    return intrinsic;
  });
}

/** Resolves `!Ref Orders.Alias` and its kin to the generated resource, in place. */
export function followGenerated(document: ValueMap, references: GeneratedReferences): void {
  if (references.size === 0) return;
  rewrite(document, (intrinsic, name) => {
    if (name === "Ref") return followRef(intrinsic, references);
    if (name === "Fn::GetAtt") followGetAtt(intrinsic, references);
    if (name === "Fn::Sub") substitute(intrinsic, (reference, whole) => followText(reference, whole, references));
    return intrinsic;
  });
}

function followInDependsOn(value: Value, renames: ReadonlyMap<string, string>): void {
  if (isList(value)) {
    for (const item of value) followInDependsOn(item, renames);
  } else if (isMap(value)) {
    const dependsOn = value.DependsOn;
    if (typeof dependsOn === "string") value.DependsOn = renames.get(dependsOn) ?? dependsOn;
    else if (isList(dependsOn)) {
      value.DependsOn = dependsOn.map((id) => (typeof id === "string" ? (renames.get(id) ?? id) : id));
    }
    for (const key of Object.keys(value)) followInDependsOn(value[key] ?? null, renames);
  }
}

function renameRef(intrinsic: ValueMap, renames: ReadonlyMap<string, string>): ValueMap {
  const renamed = typeof intrinsic.Ref === "string" ? renames.get(intrinsic.Ref) : undefined;
  return renamed === undefined ? intrinsic : { Ref: renamed };
}

function renameGetAtt(intrinsic: ValueMap, renames: ReadonlyMap<string, string>): void {
  const [logicalId = "", ...attribute] = attributePath(intrinsic) ?? [];
  const renamed = renames.get(logicalId);
  if (renamed !== undefined) intrinsic["Fn::GetAtt"] = [renamed, ...attribute];
}

function followRef(intrinsic: ValueMap, references: GeneratedReferences): ValueMap {
  if (typeof intrinsic.Ref !== "string") return intrinsic;
  const dot = intrinsic.Ref.indexOf(".");
  if (dot < 0) return intrinsic;
  const generated = references.get(intrinsic.Ref.slice(0, dot))?.get(intrinsic.Ref.slice(dot + 1));
  return generated === undefined ? intrinsic : { Ref: generated };
}

function followGetAtt(intrinsic: ValueMap, references: GeneratedReferences): void {
  const [logicalId = "", property = "", ...attribute] = attributePath(intrinsic) ?? [];
  const generated = references.get(logicalId)?.get(property);
  if (generated !== undefined) intrinsic["Fn::GetAtt"] = [generated, ...attribute];
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
