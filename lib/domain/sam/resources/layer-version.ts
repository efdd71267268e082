import { invalidResource } from "../fault";
import { isIntrinsic } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { boolean, listOf, map, oneOf, optional, type PropertyTable, required, text } from "../property";
import { makeResource, passThroughAttributes, type Resource, renderResource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { lambdaS3Location } from "../s3-location";
import { type Fields, isGiven, isList, isMap, type Value, type ValueMap } from "../value";

const properties: PropertyTable = {
  LayerName: optional(oneOf(text, map)),
  Description: optional(text),
  PublishLambdaVersion: optional(boolean),
  ContentUri: required(oneOf(text, map)),
  CompatibleArchitectures: optional(listOf(oneOf(text, map))),
  CompatibleRuntimes: optional(listOf(oneOf(text, map))),
  LicenseInfo: optional(text),
  RetentionPolicy: optional(text),
};

/**
 * A layer version cannot be changed, so every change gets a new logical id, made from what the layer says; the layer's
 * name stays, and old versions are retained.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-layerversion.html
 */
export const layerVersion: ResourceTypeRule = {
  type: "AWS::Serverless::LayerVersion",
  properties,
  expand(resource, context) {
    const given = { ...resource.properties, ...resolveTexts(resource, context) };
    const retention = retentionPolicy(resource.logicalId, given.RetentionPolicy);
    const attributes = { DeletionPolicy: "Retain", ...passThroughAttributes(resource.attributes), ...retention };
    const logicalId = hashedLogicalId(resource.logicalId, hashedContent(resource, given));
    const layer: Resource = makeResource("AWS::Lambda::LayerVersion", logicalId, attributes, {
      LayerName: isGiven(given.LayerName) ? given.LayerName : resource.logicalId,
      Description: given.Description,
      Content: lambdaS3Location(given.ContentUri, logicalId, "ContentUri"),
      CompatibleArchitectures: checkArchitectures(logicalId, given.CompatibleArchitectures),
      CompatibleRuntimes: given.CompatibleRuntimes,
      LicenseInfo: given.LicenseInfo,
    });
    if (resource.dependsOn !== undefined) layer.dependsOn = resource.dependsOn;
    return { resources: [layer], renamedTo: logicalId };
  },
};

function resolveTexts(resource: SamResource, context: ExpansionContext): Fields {
  const resolved: Fields = {};
  for (const name of ["LayerName", "LicenseInfo", "Description", "RetentionPolicy"]) {
    const value = resource.properties[name];
    if (!isGiven(value)) continue;
    const found = context.resolveParameters(value);
    if (typeof found !== "string" && !isMap(found)) {
      const message = `'${name}' must be a string, or a reference to a String parameter.`;
      throw invalidResource(resource.logicalId, message, `Properties.${name}`);
    }
    resolved[name] = found;
  }
  return resolved;
}

function retentionPolicy(logicalId: string, value: Value | undefined): ValueMap {
  if (value === undefined || value === null) return {};
  const policy = ["Retain", "Delete"].find(
    (option) => typeof value === "string" && option.toLowerCase() === value.toLowerCase(),
  );
  if (policy !== undefined) return { DeletionPolicy: policy };
  const message = "'RetentionPolicy' must be Retain or Delete; intrinsic functions are not possible here.";
  throw invalidResource(logicalId, message, "Properties.RetentionPolicy");
}

/** What the new logical id depends on: all but the attributes that do not change the layer itself. */
function hashedContent(resource: SamResource, given: Fields): ValueMap {
  const { DeletionPolicy: _d, UpdateReplacePolicy: _u, Metadata: _m, ...attributes } = resource.attributes;
  const written: Resource = { logicalId: resource.logicalId, type: resource.type, attributes, properties: given };
  if (resource.dependsOn !== undefined) written.dependsOn = resource.dependsOn;
  return { [resource.logicalId]: renderResource(written) };
}

function checkArchitectures(logicalId: string, architectures: Value | undefined): Value | undefined {
  if (!isGiven(architectures) || isIntrinsic(architectures)) return architectures;
  for (const architecture of isList(architectures) ? architectures : [architectures]) {
    if (isIntrinsic(architecture) || architecture === "x86_64" || architecture === "arm64") continue;
    const message = "'CompatibleArchitectures' must be a list of x86_64 or arm64.";
    throw invalidResource(logicalId, message, "Properties.CompatibleArchitectures");
  }
  return architectures;
}
