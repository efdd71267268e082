import { invalidResource } from "../fault";
import { getAtt, ref } from "../intrinsics";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { SamResource } from "../resource-type";
import { isGiven, isMap, type Value } from "../value";

/**
 * The version that is published at every change, and the alias that shifts traffic to it; null without
 * `AutoPublishAlias`. A version stays when it is replaced, or a gradual shift would have nothing to shift from.
 */
export function stateMachineAlias(resource: SamResource): { version: Resource; alias: Resource } | null {
  const { logicalId, properties } = resource;
  const { AutoPublishAlias: name, DeploymentPreference: preference, UseAliasAsEventTarget: asTarget } = properties;
  if (!isGiven(name)) {
    if (isGiven(asTarget)) throw needsAlias(logicalId, "UseAliasAsEventTarget");
    if (isGiven(preference)) throw needsAlias(logicalId, "DeploymentPreference");
    return null;
  }
  const retained = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };
  const version = makeResource(
    "AWS::StepFunctions::StateMachineVersion",
    `${logicalId}Version`,
    { ...retained, ...passThroughAttributes(resource.attributes) },
    { StateMachineArn: ref(logicalId), StateMachineRevisionId: getAtt(logicalId, "StateMachineRevisionId") },
  );
  const shift = isGiven(preference) ? preference : { Type: "ALL_AT_ONCE" };
  if (!isMap(shift))
    throw invalidResource(logicalId, "'DeploymentPreference' must be a map.", "Properties.DeploymentPreference");
  const alias = makeResource(
    "AWS::StepFunctions::StateMachineAlias",
    `${logicalId}Alias${aliasSuffix(name, logicalId)}`,
    passThroughAttributes(resource.attributes),
    { Name: name, DeploymentPreference: { ...shift, StateMachineVersionArn: ref(version.logicalId) } },
  );
  return { version, alias };
}

function aliasSuffix(name: Value, logicalId: string): string {
  if (typeof name === "string" || typeof name === "number") return String(name);
  const message = "'AutoPublishAlias' must be a plain name, since a logical id is made from it.";
  throw invalidResource(logicalId, message, "Properties.AutoPublishAlias");
}

function needsAlias(logicalId: string, property: string): Error {
  return invalidResource(logicalId, `'${property}' needs 'AutoPublishAlias'.`, `Properties.${property}`);
}
