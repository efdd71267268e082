import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isJsonObject, type Json } from "../domain/json";
import { parseTemplate } from "../domain/template/parse-template";

/** Where a template names another one on disk, by resource type. */
const locations: ReadonlyMap<string, string> = new Map([]);

/** The templates of nested applications that stand beside the template, by the path as written; those missing are left out. */
export function readNestedTemplates(
  file: string,
  templateText: string,
  seen: ReadonlySet<string> = new Set(),
): Readonly<Record<string, string>> {
  const resources = parseTemplate(templateText).value?.document.Resources;
  if (!isJsonObject(resources)) return {};
  const nested: Record<string, string> = {};
  for (const written of Object.values(resources).flatMap(localPathOf)) {
    const path = join(dirname(file), written);
    if (seen.has(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const text = readFileSync(path, "utf8");
    nested[written] = text;
    Object.assign(nested, readNestedTemplates(path, text, new Set([...seen, file, path])));
  }
  return nested;
}

function localPathOf(resource: Json): readonly string[] {
  if (!isJsonObject(resource) || !isJsonObject(resource.Properties)) return [];
  const property = locations.get(String(resource.Type));
  const location = property === undefined ? undefined : resource.Properties[property];
  return typeof location === "string" && !/^(https?|s3):/.test(location) ? [location] : [];
}
