import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import { resolveTemplate } from "../template/resolve-template";
import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import type { Artifact, ExpandedTemplate } from "./expanded-template";

type Nested = Readonly<Record<string, ExpandedTemplate>>;
type Expand = (template: Template, options: ExpandOptions) => Staged<ExpandedTemplate | null>;

/**
 * Expands the local applications and stacks of a template whose own templates were supplied. A template inside itself is
 * expanded once only, so that the recursion ends.
 */
export function expandNested(
  template: Template,
  artifacts: readonly Artifact[],
  options: ExpandOptions,
  expand: Expand,
): Staged<Nested> {
  const nested: [string, ExpandedTemplate][] = [];
  const problems: Problem[] = [];
  const templates = artifacts.filter(({ kind }) => kind === "template");
  const handed = templates.length > 0 ? readHandedParameters(template.document, templates, options) : {};
  for (const { logicalId, localPath, property } of templates) {
    const path = `Resources.${logicalId}.Properties.${property}`;
    const place = { logicalId, path, ...template.positions.find(path) };
    const supplied = findSupplied(localPath, options);
    if (supplied === null) {
      problems.push({ ...missing(logicalId, localPath), ...place });
      continue;
    }
    const expanded = expand(supplied.template, {
      ...options,
      stackName: `${options.stackName}-${logicalId}`,
      parameters: handed[logicalId] ?? {},
      nestedTemplates: supplied.others,
    });
    if (expanded.value) nested.push([logicalId, expanded.value]);
    problems.push(...expanded.problems.map((problem) => ({ ...inNested(problem, localPath), ...place })));
  }
  return { value: Object.fromEntries(nested), problems };
}

function findSupplied(
  localPath: string,
  { nestedTemplates = {} }: ExpandOptions,
): { readonly template: Template; readonly others: Readonly<Record<string, Template>> } | null {
  const entries = Object.entries(nestedTemplates);
  const found = entries.find(([path]) => plainPath(path) === plainPath(localPath));
  if (!found) return null;
  const [, template] = found;
  return { template, others: Object.fromEntries(entries.filter((entry) => entry !== found)) };
}

/** `./jobs//template.yaml` and `jobs/template.yaml` are the same file. */
function plainPath(path: string): string {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "." && part !== "")
    .join("/");
}

type HandedParameters = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The parameters of each nested application as far as they are known before deployment, by logical id. What a resource
 * of the parent will be called is not; the nested template's defaults stand in for it here.
 */
function readHandedParameters(
  document: JsonObject,
  templates: readonly Artifact[],
  options: ExpandOptions,
): HandedParameters {
  const written = isJsonObject(document.Resources) ? document.Resources : {};
  const applications = templates.map(({ logicalId }): [string, Json] => [logicalId, written[logicalId] ?? null]);
  const alone = { ...document, Resources: Object.fromEntries(applications), Outputs: {} };
  const { resources } = resolveTemplate(alone, options).value;
  const entries = resources.map(({ logicalId, properties: { Parameters: given } }) => {
    const known = Object.entries(isJsonObject(given) ? given : {}).filter(([, value]) => isScalar(value));
    return [logicalId, Object.fromEntries(known.map(([name, value]) => [name, String(value)]))] as const;
  });
  return Object.fromEntries(entries);
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function missing(logicalId: string, localPath: string): Problem {
  const message = `The template ${localPath} of ${logicalId} was not supplied, so what it deploys is not modelled. Supply it.`;
  return { code: "nested-template-missing", severity: "warning", message };
}

function inNested({ code, severity, message }: Problem, localPath: string): Problem {
  return { code, severity, message: `In ${localPath}: ${message}` };
}
