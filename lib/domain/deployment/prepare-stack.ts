import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import type { ExpandedTemplate } from "../sam/expanded-template";
import type { StackTarget } from "../stack";
import { emptyScope, pseudoParametersOf } from "../template/resolution/scope";
import { resolveValue } from "../template/resolve";
import { type ResolveTemplate, resolveTemplate } from "../template/resolve-template";
import type { ResolvedTemplate } from "../template/resolved-template";
import type { PositionTable } from "../template/template";
import type { DeployableStack, NestedStack } from "./deployment-plan";
import { readAssumed } from "./invented-id";
import { withOlderArtifacts } from "./older-artifacts";
import { generateName } from "./physical-name";
import { readText } from "./read-property";
import { seedOf } from "./resource-view";

/** Resolves an expanded template for the place where it is deployed, and looks over the nested applications in it. */
export function prepareStack(
  expanded: ExpandedTemplate,
  target: StackTarget,
  positions?: PositionTable,
  resolve: ResolveTemplate = resolveTemplate,
): Staged<DeployableStack> {
  const { document, artifacts, origins, transforms = [], includes = [] } = expanded;
  const resolved = resolve(document, target, positions);
  const nested = Object.entries(expanded.nested).map(([logicalId, template]): readonly [string, NestedStack] => [
    logicalId,
    { template, olderArtifacts: false },
  ]);
  const stack: DeployableStack = {
    target,
    resolved: resolved.value,
    artifacts,
    origins,
    nested: Object.fromEntries(nested),
    transforms,
    includes: fillIncludes(includes, resolved.value, target),
  };
  return { value: stack, problems: [...resolved.problems, ...checkNested(stack)] };
}

/** Those whose address is known before deployment. */
function fillIncludes(
  includes: readonly Json[],
  { parameters }: ResolvedTemplate,
  target: StackTarget,
): readonly string[] {
  const values = Object.entries(parameters).map(([name, { value }]) => [name, value] as const);
  const scope = { ...emptyScope, parameters: Object.fromEntries(values), pseudoParameters: pseudoParametersOf(target) };
  return includes.flatMap((location) => readText(resolveValue(location, scope)) ?? []);
}

/**
 * A nested application with the parameters that its parent hands over: as the template has them, or, once the parent's
 * resources have names, with these in place of the references.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html
 */
export function prepareNested(
  { template, olderArtifacts }: NestedStack,
  logicalId: string,
  parent: StackTarget,
  properties: JsonObject,
): Staged<DeployableStack> {
  const parameters = Object.fromEntries(
    handedParameters(properties).flatMap(([name, value]) => {
      const text = readText(value);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  const target = { ...parent, stackName: nestedStackName(parent, logicalId), parameters };
  const { value, problems } = prepareStack(template, target);
  return {
    value: olderArtifacts ? withOlderArtifacts(value) : value,
    problems: problems.map((problem) => inNested(logicalId, problem)),
  };
}

/** What is wrong with nested applications as far as it can be told before the parent's resources have names. */
function checkNested({ resolved, target, nested }: DeployableStack): readonly Problem[] {
  return resolved.resources.flatMap(({ logicalId, properties }) => {
    const inner = Object.hasOwn(nested, logicalId) ? nested[logicalId] : undefined;
    if (!inner) return [];
    const { problems } = prepareNested(inner, logicalId, target, properties);
    return takesParentsNames(properties) ? problems.filter((problem) => !dependsOnParameters(problem)) : problems;
  });
}

/** Whether a parameter's value is a name, an id or an attribute that a resource of the parent gets at deployment. */
export function takesParentsNames(properties: JsonObject): boolean {
  return handedParameters(properties).some(([, value]) => readText(value) === undefined);
}

/** Whether other values of the parameters could make the problem come or go. */
export function dependsOnParameters({ code }: Problem): boolean {
  return !["dangling-reference", "unknown-condition"].includes(code);
}

function handedParameters({ Parameters: given }: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(isJsonObject(given) ? given : {});
}

/** The name that CloudFormation gives a nested stack; the same as the name of the resource that stands for it. */
function nestedStackName(target: StackTarget, logicalId: string): string {
  return generateName({ maxLength: 128 }, target.stackName, logicalId, `${seedOf(target, logicalId, 0)}/name`);
}

function inNested(logicalId: string, problem: Problem): Problem {
  const { path: _path, line: _line, column: _column, ...rest } = problem;
  return {
    ...rest,
    message: `In the nested application ${logicalId}: ${readAssumed(problem.message)}`,
    logicalId,
    path: `Resources.${logicalId}`,
  };
}
