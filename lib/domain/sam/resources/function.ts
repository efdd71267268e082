import type { FunctionTarget } from "../event-source";
import { invalidResource } from "../fault";
import { addDeploymentPreference } from "../function/deployment-preference";
import { makeEventInvokeConfig } from "../function/event-invoke-config";
import { checkEventLinks, expandEvents } from "../function/function-events";
import { checkFunction, functionProperties } from "../function/function-properties";
import { makeFunctionRole, useRole } from "../function/function-role";
import { makeFunctionUrl } from "../function/function-url";
import { makeAlias, makeVersion } from "../function/function-version";
import { makeLambdaFunction } from "../function/lambda-function";
import { getAtt, ref } from "../intrinsics";
import { passThroughAttributes, type Resource } from "../resource";
import type { Expansion, ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { propagateTags } from "../tags";
import { isGiven } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html */
export const functionRule: ResourceTypeRule = {
  type: "AWS::Serverless::Function",
  properties: functionProperties,
  referable: {
    Alias: "AWS::Lambda::Alias",
    Version: "AWS::Lambda::Version",
    DestinationTopic: "AWS::SNS::Topic",
    DestinationQueue: "AWS::SQS::Queue",
  },
  expand: expandFunction,
};

function expandFunction(resource: SamResource, context: ExpansionContext): Expansion {
  const { properties } = resource;
  checkEventLinks(resource, context);
  checkFunction(resource);
  const lambda = makeLambdaFunction(resource, context);
  const resources: Resource[] = [lambda];

  const alias = publishAlias(resource, lambda, resources, context);
  if (isGiven(properties.FunctionUrlConfig)) resources.push(...makeFunctionUrl(resource, alias));
  addDeploymentPreference(resource, alias, context);
  const invokeConfig = makeEventInvokeConfig(resource, alias, context);
  resources.push(...invokeConfig.resources);

  const role = makeFunctionRole(resource, invokeConfig.policies, context);
  resources.push(...useRole(resource, lambda, role, context));
  const target = makeTarget(lambda, alias, role);
  resources.push(...expandEvents(resource, target, context));
  propagateTags(resources, properties.Tags, properties.PropagateTags);
  return { resources };
}

/** Adds the version and its alias to `resources`; null without `AutoPublishAlias`. */
function publishAlias(
  resource: SamResource,
  lambda: Resource,
  resources: Resource[],
  context: ExpansionContext,
): Resource | null {
  const { AutoPublishAlias, ProvisionedConcurrencyConfig } = resource.properties;
  if (!isGiven(AutoPublishAlias)) {
    if (!isGiven(ProvisionedConcurrencyConfig)) return null;
    throw invalidResource(
      resource.logicalId,
      "'ProvisionedConcurrencyConfig' works on an alias. Set 'AutoPublishAlias' too.",
      "Properties.ProvisionedConcurrencyConfig",
    );
  }
  const name = context.resolveParameters(AutoPublishAlias);
  if (typeof name !== "string") {
    const message = "'AutoPublishAlias' must be a string, or a Ref to a parameter whose value is known.";
    throw invalidResource(resource.logicalId, message, "Properties.AutoPublishAlias");
  }
  const version = makeVersion(resource, lambda, context);
  const alias = makeAlias(resource, name, version);
  resources.push(version, alias);
  return alias;
}

function makeTarget(lambda: Resource, alias: Resource | null, role: Resource): FunctionTarget {
  const invoked = alias ?? lambda;
  return {
    logicalId: invoked.logicalId,
    functionId: lambda.logicalId,
    isAlias: alias !== null,
    arn: () => (alias === null ? getAtt(lambda.logicalId, "Arn") : ref(alias.logicalId)),
    name: () => ref(invoked.logicalId),
    passThroughAttributes: () => passThroughAttributes(invoked.attributes),
    condition: invoked.attributes.Condition,
    role,
  };
}
