import { invalidResource } from "../fault";
import { ifBranches, ifCondition, isIf, isNoValue, notCondition } from "../intrinsics";
import { awsManagedPolicyArn, xrayPolicyName } from "../managed-policies";
import { assumeRolePolicy, deadLetterPolicy } from "../policy-statements";
import { passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { makeExecutionRole, roleArn } from "../roles";
import { samTagList } from "../tags";
import { entryOf, isGiven, type Value, type ValueMap } from "../value";
import { deadLetterActions } from "./function-properties";
import { isTraced } from "./lambda-function";

/** The function's execution role. Made in any case: events add to it whether or not the function ends up using it. */
export function makeFunctionRole(
  resource: SamResource,
  invokePolicies: readonly ValueMap[],
  context: ExpansionContext,
): Resource {
  const { logicalId, properties } = resource;
  const documents: Value[] = [];
  const action = deadLetterActions[String(entryOf(properties.DeadLetterQueue, "Type"))];
  if (action !== undefined)
    documents.push(deadLetterPolicy(action, entryOf(properties.DeadLetterQueue, "TargetArn") ?? null));
  return makeExecutionRole(
    {
      ownerId: logicalId,
      attributes: passThroughAttributes(resource.attributes),
      assumeRolePolicy: properties.AssumeRolePolicyDocument ?? assumeRolePolicy("lambda.amazonaws.com"),
      policies: properties.Policies,
      managedPolicyArns: basicPolicies(properties, context),
      policyDocuments: [...documents, ...invokePolicies],
      path: properties.RolePath,
      permissionsBoundary: properties.PermissionsBoundary,
      tags: samTagList(logicalId, properties.Tags),
    },
    context,
  );
}

function basicPolicies(properties: ValueMap, context: ExpansionContext): Value[] {
  const durable = isGiven(properties.DurableConfig);
  const paths = [
    durable ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy" : "service-role/AWSLambdaBasicExecutionRole",
  ];
  if (isTraced(properties, context)) paths.push(xrayPolicyName(context.partition));
  if (isGiven(properties.VpcConfig)) paths.push("service-role/AWSLambdaVPCAccessExecutionRole");
  return paths.map((path) => awsManagedPolicyArn(context.partition, path));
}

/** Sets the role on the function, and answers with the generated one where it is used: always, never, or conditionally. */
export function useRole(
  resource: SamResource,
  lambda: Resource,
  role: Resource,
  context: ExpansionContext,
): Resource[] {
  const given = lambda.properties.Role;
  if (given === undefined || given === null) {
    lambda.properties.Role = roleArn(role);
    return [role];
  }
  if (!isIf(given)) return [];
  const branches = ifBranches(context.resolveParameters(given));
  if (branches === null) {
    throw invalidResource(resource.logicalId, "'Role' holds an Fn::If without its three values.", "Properties.Role");
  }
  const [condition, whenTrue, whenFalse] = branches;
  if (isNoValue(whenTrue) && isNoValue(whenFalse)) {
    lambda.properties.Role = roleArn(role);
  } else if (isNoValue(whenTrue)) {
    lambda.properties.Role = ifCondition(condition, roleArn(role), whenFalse);
    role.attributes.Condition = condition;
  } else if (isNoValue(whenFalse)) {
    const negated = `NOT${String(condition)}`;
    lambda.properties.Role = ifCondition(condition, whenTrue, roleArn(role));
    role.attributes.Condition = negated;
    context.conditions[negated] = notCondition(String(condition));
  } else {
    return [];
  }
  return [role];
}
