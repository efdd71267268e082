import { invalidResource } from "../fault";
import { xrayPolicyName } from "../managed-policies";
import { assumeRolePolicy } from "../policy-statements";
import {
  boolean,
  listOf,
  map,
  mapOf,
  oneOf,
  optional,
  optionalStrict,
  type PropertyTable,
  passThrough,
  text,
} from "../property";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { makeExecutionRole, policyEntries, roleArn } from "../roles";
import { propagateTags, tagList } from "../tags";
import { entryOf, isGiven, type Value, type ValueMap } from "../value";
import { stateMachineAlias } from "./state-machine-alias";
import { stateMachineDefinition } from "./state-machine-definition";
import { expandStateMachineEvents, readStateMachineEvents } from "./state-machine-events";

const properties: PropertyTable = {
  Definition: optional(map),
  DefinitionUri: optional(oneOf(text, map)),
  Logging: optional(map),
  Role: optional(text),
  RolePath: passThrough,
  DefinitionSubstitutions: optional(map),
  Events: optional(mapOf(map)),
  Name: optional(text),
  Type: optional(text),
  Tags: optional(map),
  PropagateTags: optional(boolean),
  Policies: optional(oneOf(text, listOf(oneOf(text, map)))),
  Tracing: optional(map),
  PermissionsBoundary: optional(text),
  AutoPublishAlias: passThrough,
  DeploymentPreference: passThrough,
  UseAliasAsEventTarget: optionalStrict(boolean),
};

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html */
export const stateMachine: ResourceTypeRule = {
  type: "AWS::Serverless::StateMachine",
  properties,
  expand(resource, context) {
    const events = readStateMachineEvents(resource, context);
    const definition = stateMachineDefinition(resource, context.floats);
    const role = executionRole(resource, context);
    const machine = makeResource(
      "AWS::StepFunctions::StateMachine",
      resource.logicalId,
      { ...resource.attributes },
      {
        ...definition,
        RoleArn: role ? roleArn(role) : resource.properties.Role,
        StateMachineName: resource.properties.Name,
        StateMachineType: resource.properties.Type,
        LoggingConfiguration: resource.properties.Logging,
        TracingConfiguration: resource.properties.Tracing,
        Tags: tagsOf(resource),
      },
    );
    if (resource.dependsOn !== undefined) machine.dependsOn = resource.dependsOn;
    const alias = stateMachineAlias(resource);
    const target = aliasIsTarget(resource) && alias ? alias.alias : machine;
    const resources: Resource[] = [
      machine,
      ...(role ? [role] : []),
      ...(alias ? [alias.version, alias.alias] : []),
      ...expandStateMachineEvents(resource, events, target.logicalId, context),
    ];
    propagateTags(resources, resource.properties.Tags, resource.properties.PropagateTags);
    return { resources };
  },
};

/** Null where the template brings its own role. */
function executionRole(resource: SamResource, context: ExpansionContext): Resource | null {
  const { logicalId, properties: given } = resource;
  if (isGiven(given.Role) && isGiven(given.Policies)) {
    throw invalidResource(logicalId, "Give 'Role' or 'Policies', not both.", "Properties.Policies");
  }
  if (isGiven(given.Role)) return null;
  const policies = [...policyEntries(given.Policies)];
  if (entryOf(given.Tracing, "Enabled") === true) policies.push(xrayPolicyName(context.partition));
  return makeExecutionRole(
    {
      ownerId: logicalId,
      attributes: passThroughAttributes(resource.attributes),
      assumeRolePolicy: assumeRolePolicy("states.amazonaws.com"),
      policies,
      path: given.RolePath,
      permissionsBoundary: given.PermissionsBoundary,
      tags: tagsOf(resource),
    },
    context,
  );
}

function tagsOf(resource: SamResource): Value[] {
  const marked: ValueMap = { "stateMachine:createdBy": "SAM" };
  return [...tagList(marked), ...tagList(resource.properties.Tags)];
}

function aliasIsTarget({ properties: given }: SamResource): boolean {
  return isGiven(given.UseAliasAsEventTarget);
}
