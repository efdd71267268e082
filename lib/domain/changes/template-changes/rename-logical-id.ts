import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../json";
import { findResource, freeLogicalId, sectionOf } from "../edit-document";
import { asUpdate, functionType } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const renameLogicalId: TemplateChange = {
  id: "rename-logical-id",
  title: "Rename a function in the template (a new one is made, the old one deleted)",
  group: "structure",
  kinds: ["any/logical-id-renamed", "any/type-replaced-same-id"],
  apply(document) {
    const found = findResource(document, functionType, ({ properties }) => properties.FunctionName === undefined);
    if (!found) return null;
    const to = freeLogicalId(document, `${found.logicalId}Handler`);
    const resources = Object.entries(sectionOf(document, "Resources"));
    const renamed = Object.fromEntries(
      resources.map(([logicalId, resource]) => [logicalId === found.logicalId ? to : logicalId, resource]),
    );
    const rename = renameWith(document, found.logicalId, to);
    const changed = renameReferences({ ...document, Resources: renamed }, rename);
    return asUpdate(isJsonObject(changed) ? changed : null);
  },
};

type Rename = (name: string) => string;

/** What SAM generates from the function carries its logical id in front (`OrdersRole`), and is renamed with it. */
function renameWith(document: JsonObject, from: string, to: string): Rename {
  const declared = new Set([...Object.keys(sectionOf(document, "Resources")), ...namedElsewhere(document)]);
  const owners = [...declared].sort((a, b) => b.length - a.length);
  return (name) => {
    if (name === from) return to;
    const isGenerated = !declared.has(name) && owners.find((owner) => name.startsWith(owner)) === from;
    return isGenerated ? `${to}${name.slice(from.length)}` : name;
  };
}

function namedElsewhere(document: JsonObject): readonly string[] {
  return ["Parameters", "Mappings"].flatMap((section) => Object.keys(sectionOf(document, section)));
}

function renameReferences(value: Json, rename: Rename): Json {
  if (isJsonArray(value)) return value.map((inner) => renameReferences(inner, rename));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renameUnder(key, inner, rename)]));
}

function renameUnder(key: string, inner: Json, rename: Rename): Json {
  if (key === "Ref" || key === "DependsOn")
    return typeof inner === "string" ? rename(inner) : renameListed(inner, rename);
  if (key === "Fn::GetAtt")
    return typeof inner === "string" ? renameBeforeDot(inner, rename) : renameFirst(inner, rename);
  if (key === "Fn::Sub") return renameInSub(inner, rename);
  return renameReferences(inner, rename);
}

function renameListed(inner: Json, rename: Rename): Json {
  return isJsonArray(inner) ? inner.map((entry) => (typeof entry === "string" ? rename(entry) : entry)) : inner;
}

function renameFirst(inner: Json, rename: Rename): Json {
  if (!isJsonArray(inner)) return inner;
  return inner.map((entry, index) => (index === 0 && typeof entry === "string" ? rename(entry) : entry));
}

function renameBeforeDot(name: string, rename: Rename): string {
  const [logicalId = "", ...attribute] = name.split(".");
  return [rename(logicalId), ...attribute].join(".");
}

/** Names inside a substitution: plain, or with an attribute behind a dot; the values beside it may refer too. */
function renameInSub(inner: Json, rename: Rename): Json {
  if (isJsonArray(inner))
    return inner.map((part, index) => (index === 0 ? renameInSub(part, rename) : renameReferences(part, rename)));
  if (typeof inner !== "string") return inner;
  return inner.replaceAll(/\$\{([^!}]+)\}/g, (_all, name: string) => `\${${renameBeforeDot(name, rename)}}`);
}
