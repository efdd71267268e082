import { isJsonArray, isJsonObject, type Json } from "../../json";
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
    const changed = renameReferences({ ...document, Resources: renamed }, found.logicalId, to);
    return asUpdate(isJsonObject(changed) ? changed : null);
  },
};

function renameReferences(value: Json, from: string, to: string): Json {
  if (isJsonArray(value)) return value.map((inner) => renameReferences(inner, from, to));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renameUnder(key, inner, from, to)]));
}

function renameUnder(key: string, inner: Json, from: string, to: string): Json {
  if (key === "Ref" || key === "DependsOn") return inner === from ? to : renameListed(inner, from, to);
  if (key === "Fn::GetAtt" && typeof inner === "string")
    return inner.startsWith(`${from}.`) ? `${to}${inner.slice(from.length)}` : inner;
  if (key === "Fn::GetAtt") return renameListed(inner, from, to);
  if (key === "Fn::Sub") return renameInSub(inner, from, to);
  return renameReferences(inner, from, to);
}

function renameListed(inner: Json, from: string, to: string): Json {
  if (!isJsonArray(inner)) return inner;
  return inner.map((entry, index) => (entry === from && (index === 0 || inner.length > 2) ? to : entry));
}

/** Names inside a substitution: plain, or with an attribute behind a dot. */
function renameInSub(inner: Json, from: string, to: string): Json {
  if (isJsonArray(inner))
    return inner.map((part, index) => (index === 0 ? renameInSub(part, from, to) : renameReferences(part, from, to)));
  if (typeof inner !== "string") return inner;
  return inner.replaceAll(`\${${from}}`, `\${${to}}`).replaceAll(`\${${from}.`, `\${${to}.`);
}
