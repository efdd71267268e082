import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { ExpandedTemplate } from "../sam/expanded-template";
import type { StackTarget } from "../stack";
import { resolveTemplate } from "../template/resolve-template";
import type { PositionTable } from "../template/template";
import type { DeployableStack } from "./deployment-plan";
import { generateName } from "./physical-name";
import { readText } from "./read-property";
import { seedOf } from "./resource-view";

/** Resolves an expanded template, and the nested applications in it, for the place where it is deployed. */
export function prepareStack(
  expanded: ExpandedTemplate,
  target: StackTarget,
  positions?: PositionTable,
): Staged<DeployableStack> {
  const { document, artifacts, origins } = expanded;
  const resolved = resolveTemplate(document, target, positions);
  const present = new Map(resolved.value.resources.map((resource) => [resource.logicalId, resource]));
  const nested: Record<string, DeployableStack> = {};
  const problems: Problem[] = [...resolved.problems];
  for (const [logicalId, inner] of Object.entries(expanded.nested)) {
    const parent = present.get(logicalId);
    if (!parent) continue;
    const prepared = prepareStack(inner, nestedTarget(target, logicalId, parent.properties));
    nested[logicalId] = prepared.value;
    problems.push(
      ...prepared.problems
        .filter(({ code }) => code !== "parameter-assumed")
        .map((problem) => inNested(logicalId, problem)),
    );
  }
  const templateSize = JSON.stringify(document).length;
  return { value: { target, resolved: resolved.value, artifacts, origins, nested, templateSize }, problems };
}

/** Parameters whose values are other resources' names are left to their defaults or assumed. */
function nestedTarget(target: StackTarget, logicalId: string, properties: JsonObject): StackTarget {
  const given: Json | undefined = properties.Parameters;
  const entries = Object.entries(isJsonObject(given) ? given : {});
  const known = entries.flatMap(([name, value]) => {
    const text = readText(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...target, stackName: nestedStackName(target, logicalId), parameters: Object.fromEntries(known) };
}

/** The name that CloudFormation gives a nested stack; the same as the name of the resource that stands for it. */
function nestedStackName(target: StackTarget, logicalId: string): string {
  return generateName({ maxLength: 128 }, target.stackName, logicalId, `${seedOf(target, logicalId, 0)}/name`);
}

function inNested(logicalId: string, problem: Problem): Problem {
  const { path: _path, line: _line, column: _column, ...rest } = problem;
  return {
    ...rest,
    message: `In the nested application ${logicalId}: ${problem.message}`,
    logicalId,
    path: `Resources.${logicalId}`,
  };
}
