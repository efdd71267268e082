import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { StackTarget } from "../stack";
import { evaluateConditions } from "./conditions";
import { expandForEach } from "./for-each";
import { readParameterValues } from "./parameter-values";
import { isSymbolic } from "./resolution/intrinsic";
import { emptyScope, pseudoParametersOf, type ResolutionScope } from "./resolution/scope";
import { resolveValue } from "./resolve";
import type { PositionTable, Template } from "./template";

/**
 * What the transform `AWS::LanguageExtensions` makes of a template: loops unrolled, `Fn::Length` and `Fn::ToJsonString`
 * evaluated, references inside `Ref`, `Fn::GetAtt` and `Fn::FindInMap` filled in, policies of resources decided. It runs
 * before SAM. Positions lead from what a loop made back to the loop.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html
 */
export function expandLanguageExtensions(template: Template, target: StackTarget): Staged<Template> {
  const scope = constantsOf(template.document, target);
  const unrolled = expandForEach(withoutTransform(template.document), scope);
  const conditions = evaluateConditions(mapAt(unrolled.document, "Conditions"), scope);
  const evaluated = evaluateSections(unrolled.document, { ...scope, conditions: conditions.value });
  const positions = followSources(template.positions, unrolled.sources);
  const problems = [...unrolled.problems, ...evaluated.problems].map((problem) => locate(problem, positions));
  const floats = moveFloats(template.floats, unrolled.sources);
  return { value: { document: evaluated.document, positions, ...(floats ? { floats } : {}) }, problems };
}

function constantsOf(document: JsonObject, target: StackTarget): ResolutionScope {
  const parameters = Object.entries(readParameterValues(document, target).value);
  return {
    ...emptyScope,
    parameters: Object.fromEntries(parameters.map(([name, { value }]) => [name, value])),
    pseudoParameters: pseudoParametersOf(target),
    mappings: mapAt(document, "Mappings"),
  };
}

function withoutTransform(document: JsonObject): JsonObject {
  const { Transform: transform, ...others } = document;
  const left = (isJsonArray(transform) ? transform : [transform ?? null]).filter(
    (macro) => macro !== name && macro !== null,
  );
  const [only, another] = left;
  if (only === undefined) return others;
  return { ...others, Transform: another === undefined ? only : left };
}

const name = "AWS::LanguageExtensions";

function evaluateSections(
  document: JsonObject,
  scope: ResolutionScope,
): { readonly document: JsonObject; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const resources = Object.entries(mapAt(document, "Resources")).map(([logicalId, resource]): [string, Json] => {
    const evaluated = evaluate(resource, scope);
    return [logicalId, isJsonObject(evaluated) ? decidePolicies(logicalId, evaluated, scope, problems) : evaluated];
  });
  const outputs = evaluate(mapAt(document, "Outputs"), scope);
  return {
    document: {
      ...document,
      ...(isJsonObject(document.Resources) ? { Resources: Object.fromEntries(resources) } : {}),
      ...(isJsonObject(document.Outputs) ? { Outputs: outputs } : {}),
    },
    problems,
  };
}

/** Evaluates the functions that only this transform knows; everything else is left to the stages that follow. */
function evaluate(value: Json, scope: ResolutionScope): Json {
  if (isJsonArray(value)) return value.map((entry) => evaluate(entry, scope));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && isExtended(...first)) {
    const resolved = resolveValue(value, scope);
    return isJsonObject(resolved) && Object.hasOwn(resolved, first[0]) ? keepReferable(resolved, value) : resolved;
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, evaluate(inner, scope)]));
}

/** Forms of intrinsic functions that CloudFormation takes with this transform only. */
function isExtended(key: string, argument: Json): boolean {
  if (key === "Fn::Length" || key === "Fn::ToJsonString") return true;
  if (key === "Ref") return typeof argument !== "string";
  if (key === "Fn::GetAtt") return isJsonArray(argument) && argument.some((part) => typeof part !== "string");
  if (key !== "Fn::FindInMap" || !isJsonArray(argument)) return false;
  return (
    argument.length > 3 ||
    isSymbolic(argument[0] ?? null) ||
    argument.some((part) => isJsonObject(part) && !("Ref" in part))
  );
}

/**
 * `Ref` of an expression becomes `Ref` of its text, and the same for the parts of the others. Where that stays unknown,
 * or there is no result yet, the function stays as it was written: CloudFormation finishes it at deployment.
 */
function keepReferable(resolved: JsonObject, written: JsonObject): JsonObject {
  if ("Fn::ToJsonString" in resolved || "Fn::Length" in resolved) return written;
  return "Ref" in resolved && typeof resolved.Ref !== "string" ? written : resolved;
}

function decidePolicies(
  logicalId: string,
  resource: JsonObject,
  scope: ResolutionScope,
  problems: Problem[],
): JsonObject {
  const decided: [string, Json][] = [];
  for (const [key, value] of Object.entries(resource)) {
    if (key !== "DeletionPolicy" && key !== "UpdateReplacePolicy") {
      decided.push([key, value]);
      continue;
    }
    const policy = resolveValue(value, scope);
    if (typeof policy === "string") decided.push([key, policy]);
    else if (!isJsonObject(policy) || policy.Ref !== "AWS::NoValue") {
      const message = `${key} of ${logicalId} cannot be decided before deployment. Use parameters, conditions and mappings only.`;
      const path = `Resources.${logicalId}.${key}`;
      problems.push({ code: "undecided-policy", severity: "error", message, logicalId, path });
    }
  }
  return Object.fromEntries(decided);
}

/** Answers for what a loop made with the place of the loop's body. */
function followSources(positions: PositionTable, sources: ReadonlyMap<string, string>): PositionTable {
  if (sources.size === 0) return positions;
  return {
    find(path) {
      for (let end = path.length; end > 0; end = path.lastIndexOf(".", end - 1)) {
        const source = sources.get(path.slice(0, end));
        if (source !== undefined) return positions.find(source + path.slice(end));
      }
      return positions.find(path);
    },
  };
}

/** Floats inside a loop's body are floats in everything that the loop made. */
function moveFloats(floats: Template["floats"], sources: ReadonlyMap<string, string>): Template["floats"] {
  if (!floats || sources.size === 0) return floats;
  const moved = [...sources].flatMap(([made, source]) =>
    [...floats].flatMap(([path, spelling]): [string, string][] =>
      path.startsWith(`${source}.`) ? [[made + path.slice(source.length), spelling]] : [],
    ),
  );
  return new Map([...floats, ...moved]);
}

function locate(problem: Problem, positions: PositionTable): Problem {
  const position = problem.path === undefined ? null : positions.find(problem.path);
  return position ? { ...problem, line: position.line, column: position.column } : problem;
}

function mapAt(document: JsonObject, section: string): JsonObject {
  const value = Object.hasOwn(document, section) ? document[section] : undefined;
  return isJsonObject(value) ? value : {};
}
