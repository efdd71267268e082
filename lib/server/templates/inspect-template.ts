import { isJsonObject, type JsonObject } from "../../domain/json";
import { parseTemplate } from "../../domain/template/parse-template";
import type { TemplateInspection, TemplateParameter } from "../../schemas/template-inspection";

/** What can be said of a template before it is run, and the same check that a run starts with. */
export function inspectTemplate(text: string, fileName: string | null): TemplateInspection {
  const { value: template, problems } = parseTemplate(text);
  const document = template?.document ?? {};
  const resources = entriesOf(document["Resources"]);
  return {
    problems: [...problems],
    parameters: entriesOf(document["Parameters"]).map(([name, parameter]) => readParameter(name, parameter)),
    resourceCount: resources.length,
    resourceTypes: countTypes(resources.map(([, resource]) => resource)),
    suggestedStackName: suggestStackName(fileName),
    nestedTemplatePaths: resources.flatMap(([, resource]) => readNestedPath(resource)),
  };
}

/** Logical ids and resource types, for the history's search. */
export function listSearchWords(text: string): readonly string[] {
  const resources = entriesOf(parseTemplate(text).value?.document["Resources"]);
  return [
    ...new Set(resources.flatMap(([logicalId, { Type }]) => [logicalId, ...(typeof Type === "string" ? [Type] : [])])),
  ];
}

/** Names of the parameters whose values CloudFormation never shows. */
export function listNoEchoParameters(text: string): readonly string[] {
  const parameters = entriesOf(parseTemplate(text).value?.document["Parameters"]);
  return parameters.filter(([, parameter]) => isNoEcho(parameter)).map(([name]) => name);
}

function readParameter(name: string, parameter: JsonObject): TemplateParameter {
  const { Type, Default, AllowedValues, Description } = parameter;
  return {
    name,
    type: typeof Type === "string" ? Type : "String",
    default: Default === undefined || Default === null ? null : scalarText(Default),
    allowedValues: Array.isArray(AllowedValues) ? AllowedValues.map(scalarText) : [],
    description: typeof Description === "string" ? Description : null,
    noEcho: isNoEcho(parameter),
  };
}

function isNoEcho({ NoEcho }: JsonObject): boolean {
  return NoEcho === true || (typeof NoEcho === "string" && NoEcho.toLowerCase() === "true");
}

function scalarText(value: JsonObject[string]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function countTypes(resources: readonly JsonObject[]): TemplateInspection["resourceTypes"] {
  const counts = new Map<string, number>();
  for (const { Type } of resources) if (typeof Type === "string") counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type, "en"));
}

function readNestedPath({ Type, Properties }: JsonObject): readonly string[] {
  if (!isJsonObject(Properties)) return [];
  const location = Type === "AWS::Serverless::Application" ? Properties["Location"] : undefined;
  const path = Type === "AWS::CloudFormation::Stack" ? Properties["TemplateURL"] : location;
  return typeof path === "string" && !/^(https?|s3):\/\//.test(path) ? [path] : [];
}

/** The file's name made legal: letters, digits and hyphens, a letter first, at most 128. */
export function suggestStackName(fileName: string | null): string {
  const base = (fileName ?? "").replace(/^.*[\\/]/, "").replace(/\.(ya?ml|json|template|txt)$/i, "");
  const legal = base
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[^A-Za-z]+|-+$/g, "")
    .slice(0, 128);
  return legal === "" ? "sam-app" : legal;
}

function entriesOf(value: JsonObject[string] | undefined): readonly (readonly [string, JsonObject])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (isJsonObject(item) ? [[key, item] as const] : []));
}

/** Whether a function of the template is deployed as a container image. */
export function usesImageFunctions(text: string): boolean {
  const document = parseTemplate(text).value?.document ?? {};
  const globals = isJsonObject(document["Globals"]) ? document["Globals"]["Function"] : undefined;
  const functions = entriesOf(document["Resources"])
    .filter(([, { Type }]) => Type === "AWS::Serverless::Function" || Type === "AWS::Lambda::Function")
    .map(([, { Properties }]) => Properties);
  return [globals, ...functions].some(
    (properties) => isJsonObject(properties) && properties["PackageType"] === "Image",
  );
}
