import { invalidResource } from "../fault";
import { getAtt, ref, referredId } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, SamResource } from "../resource-type";
import { entryOf, isGiven, isList, isMap, mapEntryOf, type Value, type ValueMap } from "../value";

/**
 * A version whose logical id changes with the function's code, so that CloudFormation publishes a new one. Writes the
 * code's hash into the function's description where the user gives it: Lambda publishes nothing for an unchanged function.
 */
export function makeVersion(resource: SamResource, lambda: Resource, context: ExpansionContext): Resource {
  const { logicalId, properties } = resource;
  const codeHash = resolveCodeHash(resource, context);
  if (codeHash !== undefined) lambda.properties.Description = describe(resource, codeHash, context);
  const published = publishedData(resource, lambda, context);
  const attributes = passThroughAttributes(resource.attributes);
  attributes.DeletionPolicy ??= deletionPolicy(properties);
  const scaled = isPresent(properties.CapacityProviderConfig) && isPresent(properties.FunctionScalingConfig);
  return makeResource("AWS::Lambda::Version", hashedLogicalId(`${logicalId}Version`, published, codeHash), attributes, {
    FunctionName: ref(logicalId),
    Description: properties.VersionDescription,
    FunctionScalingConfig: scaled ? properties.FunctionScalingConfig : undefined,
  });
}

export function makeAlias(resource: SamResource, name: string, version: Resource): Resource {
  const { logicalId, properties } = resource;
  if (!/^(?!\d+$)[a-zA-Z0-9\-_]+$/.test(name)) {
    const message = `'AutoPublishAlias' ('${name}') may hold letters, digits, hyphens and underscores, and not digits alone.`;
    throw invalidResource(logicalId, message, "Properties.AutoPublishAlias");
  }
  const suffix = name.replaceAll("-", "D").replaceAll("_", "U");
  return makeResource("AWS::Lambda::Alias", `${logicalId}Alias${suffix}`, passThroughAttributes(resource.attributes), {
    Name: name,
    FunctionName: ref(logicalId),
    FunctionVersion: getAtt(version.logicalId, "Version"),
    ProvisionedConcurrencyConfig: isGiven(properties.ProvisionedConcurrencyConfig)
      ? properties.ProvisionedConcurrencyConfig
      : undefined,
  });
}

function resolveCodeHash({ logicalId, properties }: SamResource, context: ExpansionContext): string | undefined {
  if (!isGiven(properties.AutoPublishCodeSha256)) return undefined;
  const hash = context.resolveParameters(properties.AutoPublishCodeSha256);
  if (typeof hash === "string") return hash;
  throw invalidResource(logicalId, "'AutoPublishCodeSha256' must be a string.", "Properties.AutoPublishCodeSha256");
}

function describe({ properties }: SamResource, codeHash: string, context: ExpansionContext): Value {
  const description = context.resolveParameters(properties.Description);
  if (!isGiven(description)) return codeHash;
  return typeof description === "string"
    ? `${description} ${codeHash}`
    : { "Fn::Join": [" ", [description, codeHash]] };
}

/** What a new version is published for: the code, or with `AutoPublishAliasAllProperties` any property. */
function publishedData({ properties }: SamResource, lambda: Resource, context: ExpansionContext): ValueMap {
  const code = context.resolveParameters(lambda.properties.Code);
  if (isGiven(properties.AutoPublishAliasAllProperties)) return allProperties(lambda, context);
  const { Environment, MemorySize, SnapStart } = lambda.properties;
  const data: ValueMap = isMap(code) ? { ...code } : {};
  if (isMap(Environment)) Object.assign(data, Environment);
  if (isGiven(MemorySize)) data.MemorySize = MemorySize;
  if (isGiven(SnapStart) && (entryOf(SnapStart, "ApplyOn") ?? "None") !== "None") data.SnapStart = SnapStart;
  return data;
}

/** A layer with `PublishLambdaVersion` counts too: the function must move on to its new version. */
function allProperties(lambda: Resource, context: ExpansionContext): ValueMap {
  const data: ValueMap = {};
  for (const [name, value] of Object.entries(lambda.properties)) {
    if (value !== undefined && value !== null) data[name] = value;
  }
  for (const layer of isList(lambda.properties.Layers) ? lambda.properties.Layers : []) {
    const layerId = referredId(layer);
    const layerProperties = layerId
      ? mapEntryOf(mapEntryOf(context.outputResources, layerId), "Properties")
      : undefined;
    if (layerId && isGiven(layerProperties?.PublishLambdaVersion)) data[layerId] = layerProperties ?? {};
  }
  return data;
}

function deletionPolicy(properties: ValueMap): Value {
  if (isPresent(properties.VersionDeletionPolicy)) return properties.VersionDeletionPolicy ?? "Retain";
  return isPresent(properties.CapacityProviderConfig) ? "Delete" : "Retain";
}

function isPresent(value: Value | undefined): boolean {
  return value !== undefined && value !== null;
}
