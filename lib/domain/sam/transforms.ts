import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import type { Template } from "../template/template";

export interface Transforms {
  readonly usesSam: boolean;
  readonly usesLanguageExtensions: boolean;
  /** Macros of AWS's that CloudFormation expands, in the order in which the template names them. */
  readonly byAws: readonly string[];
  readonly problems: readonly Problem[];
}

const samTransform = "AWS::Serverless-2016-10-31";
const languageExtensions = "AWS::LanguageExtensions";

/** Which macros the template asks for. SAM counts as asked for where its resources are used, with a warning. */
export function readTransforms(template: Template): Transforms {
  const declared = template.document.Transform ?? [];
  const macros = (isJsonArray(declared) ? declared : [declared]).map(macroName);
  const hasSamResources = usesSamSyntax(template.document);
  const declaresSam = macros.includes(samTransform);
  const problems = macros
    .filter((macro) => macro !== samTransform && macro !== languageExtensions)
    .map((macro) => notModelled(macro, template));
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

function notModelled(macro: string, template: Template): Problem {
  const what =
    macro === "" ? "An entry of 'Transform' is no name of a macro" : `What the macro ${macro} does is not modelled`;
  return {
    code: "macro-not-modelled",
    severity: "warning",
    message: `${what}. The rest of the template is expanded without it.`,
    path: "Transform",
    ...template.positions.find("Transform"),
  };
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
