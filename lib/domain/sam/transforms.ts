import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import type { Template } from "../template/template";
import type { MacroCall } from "./macro-calls";

export interface Transforms {
  readonly usesSam: boolean;
  readonly usesLanguageExtensions: boolean;
  /** Macros of AWS's that CloudFormation expands for the whole template, in the order in which it names them. */
  readonly byAws: readonly string[];
  readonly problems: readonly Problem[];
}

/** What macros ask for that parts of a template, and the template itself, call. */
export interface CalledMacros {
  /** Macros of AWS's, those called for parts first, as CloudFormation expands them. */
  readonly byAws: readonly string[];
  /** What `AWS::Include` inserts, as S3 URIs, of which parameters may be a part. */
  readonly includes: readonly Json[];
  readonly problems: readonly Problem[];
}

const samTransform = "AWS::Serverless-2016-10-31";
const languageExtensions = "AWS::LanguageExtensions";
const include = "AWS::Include";

/** Which macros the template asks for. SAM counts as asked for where its resources are used, with a warning. */
export function readTransforms(template: Template): Transforms {
  const macros = declaredMacros(template.document).map(macroName);
  const hasSamResources = usesSamSyntax(template.document);
  const declaresSam = macros.includes(samTransform);
  const problems = macros
    .filter((macro) => macro !== samTransform && macro !== languageExtensions)
    .map((macro) => notModelled(macro, "Transform", template));
  if (hasSamResources && !declaresSam) problems.push(missingTransform(template));
  return {
    usesSam: declaresSam || hasSamResources,
    usesLanguageExtensions: macros.includes(languageExtensions),
    byAws: [
      ...macros.filter((macro) => macro.startsWith("AWS::")),
      ...(hasSamResources && !declaresSam ? [samTransform] : []),
    ],
    problems,
  };
}

/**
 * @param calls those of the packaged template, so that local files have addresses
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-overview.html#template-macros-order
 */
export function readCalledMacros(calls: readonly MacroCall[], { byAws }: Transforms, template: Template): CalledMacros {
  const called = calls.map(({ name }) => name).filter((name) => name.startsWith("AWS::"));
  const declared = declaredMacros(template.document).flatMap((macro) =>
    isJsonObject(macro) && macro.Name === include && isJsonObject(macro.Parameters) ? [macro.Parameters] : [],
  );
  const inserted = [...calls.filter(({ name }) => name === include).map(({ parameters }) => parameters), ...declared];
  return {
    byAws: [...new Set([...called, ...byAws])],
    includes: inserted.flatMap(({ Location }) => (Location === undefined ? [] : [Location])),
    problems: calls.filter(changesResources).map(({ name, at }) => notModelled(name, `${at}.Fn::Transform`, template)),
  };
}

/** What `AWS::Include` inserts deep inside a property, as an API's definition, makes no further call. */
function changesResources({ name, at }: MacroCall): boolean {
  return name !== include || /^(?!Resources\.)|^Resources(\.[^.]+(\.Properties)?)?$/.test(at);
}

function declaredMacros({ Transform: declared = [] }: JsonObject): readonly Json[] {
  return isJsonArray(declared) ? declared : [declared];
}

function macroName(macro: Json): string {
  if (isJsonObject(macro) && typeof macro.Name === "string") return macro.Name;
  return typeof macro === "string" ? macro : "";
}

/** `Globals`, `Connectors` and the types are SAM's own. */
function usesSamSyntax({ Resources, Globals }: JsonObject): boolean {
  if (Globals !== undefined) return true;
  if (!isJsonObject(Resources)) return false;
  return Object.values(Resources).some((resource) => isJsonObject(resource) && isSamResource(resource));
}

function isSamResource({ Type, Connectors }: JsonObject): boolean {
  return Connectors !== undefined || (typeof Type === "string" && Type.startsWith("AWS::Serverless::"));
}

function notModelled(macro: string, path: string, template: Template): Problem {
  return {
    code: "macro-not-modelled",
    severity: "warning",
    message: `${tellUnknown(macro)} The rest of the template is expanded without it.`,
    path,
    ...template.positions.find(path),
  };
}

/**
 * Macros of a team's own run with the permissions of the deployment, on a function that only their definition names.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-overview.html
 */
function tellUnknown(macro: string): string {
  if (macro === "") return "An entry of 'Transform' is no name of a macro.";
  const what = `What the macro ${macro} does is not modelled.`;
  if (macro.startsWith("AWS::")) return what;
  return `${what} CloudFormation runs it with the deployment's permissions: lambda:InvokeFunction on its function, which the template does not name, has to be granted beside what is shown.`;
}

function missingTransform(template: Template): Problem {
  return {
    code: "missing-transform",
    severity: "warning",
    message: `The template uses what is SAM's own without 'Transform: ${samTransform}'. Add it: CloudFormation refuses the template otherwise.`,
    path: "",
    ...template.positions.find(""),
  };
}
