import { invalidDocument, invalidResource, SamFault } from "../fault";
import { isIntrinsic } from "../intrinsics";
import type { TemplatePlugin } from "../plugin";
import { propertiesOf, resourcesOf, samEntries } from "../sam-template";
import { isList, isMap, type Value, type ValueMap } from "../value";

/** Merges the `Globals` section into every resource of its type, then drops the section. */
export const mergeGlobals: TemplatePlugin = {
  name: "globals",
  beforeTemplate(template, context) {
    const globals = Object.hasOwn(template, "Globals") ? readGlobals(template.Globals ?? null) : new Map();
    for (const { logicalId, type, resource } of samEntries(template)) {
      if (context.isSettled(logicalId)) continue;
      const properties = propertiesOf(resource);
      const shared = globals.get(type);
      if (shared !== undefined) {
        resource.Properties = merge(withoutIgnored(logicalId, shared, resource.IgnoreGlobals ?? null), properties);
      }
    }
    delete template.Globals;
    alignOpenApiVersions(template);
  },
};

/**
 * What may be shared, by resource type without its prefix.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
const sharable: Readonly<Record<string, readonly string[]>> = {
  Function: [
    "Architectures",
    "AssumeRolePolicyDocument",
    "AutoPublishAlias",
    "AutoPublishAliasAllProperties",
    "CapacityProviderConfig",
    "CodeSigningConfigArn",
    "CodeUri",
    "DeadLetterQueue",
    "DeploymentPreference",
    "Description",
    "DurableConfig",
    "Environment",
    "EphemeralStorage",
    "EventInvokeConfig",
    "FileSystemConfigs",
    "FunctionScalingConfig",
    "FunctionUrlConfig",
    "Handler",
    "KmsKeyArn",
    "Layers",
    "LoggingConfig",
    "MemorySize",
    "PermissionsBoundary",
    "PropagateTags",
    "ProvisionedConcurrencyConfig",
    "PublishToLatestPublished",
    "RecursiveLoop",
    "ReservedConcurrentExecutions",
    "RolePath",
    "Runtime",
    "RuntimeManagementConfig",
    "SnapStart",
    "SourceKMSKeyArn",
    "Tags",
    "TenancyConfig",
    "Timeout",
    "Tracing",
    "VersionDeletionPolicy",
    "VpcConfig",
  ],
  Api: [
    "AccessLogSetting",
    "AlwaysDeploy",
    "Auth",
    "BinaryMediaTypes",
    "CacheClusterEnabled",
    "CacheClusterSize",
    "CanarySetting",
    "Cors",
    "DefinitionUri",
    "Domain",
    "EndpointAccessMode",
    "EndpointConfiguration",
    "GatewayResponses",
    "MergeDefinitions",
    "MethodSettings",
    "MinimumCompressionSize",
    "Name",
    "OpenApiVersion",
    "PropagateTags",
    "SecurityPolicy",
    "TracingEnabled",
    "Variables",
  ],
  HttpApi: [
    "AccessLogSettings",
    "Auth",
    "CorsConfiguration",
    "DefaultRouteSettings",
    "Domain",
    "FailOnWarnings",
    "PropagateTags",
    "RouteSettings",
    "StageVariables",
    "Tags",
  ],
  SimpleTable: ["SSESpecification"],
  StateMachine: ["PropagateTags"],
  LayerVersion: ["PublishLambdaVersion"],
  CapacityProvider: [
    "InstanceRequirements",
    "KmsKeyArn",
    "OperatorRole",
    "PropagateTags",
    "ScalingConfig",
    "Tags",
    "VpcConfig",
  ],
  WebSocketApi: [
    "AccessLogSettings",
    "ApiKeySelectionExpression",
    "DefaultRouteSettings",
    "DisableExecuteApiEndpoint",
    "DisableSchemaValidation",
    "Domain",
    "FailOnWarnings",
    "IpAddressType",
    "PropagateTags",
    "RouteSelectionExpression",
    "RouteSettings",
    "StageVariables",
    "Tags",
  ],
};

function readGlobals(section: Value): Map<string, ValueMap> {
  if (!isMap(section)) throw invalidGlobals("It must be a map of resource types.");
  const globals = new Map<string, ValueMap>();
  for (const name of Object.keys(section)) {
    const allowed = Object.hasOwn(sharable, name) ? sharable[name] : undefined;
    if (allowed === undefined) {
      throw invalidGlobals(`'${name}' is not supported. Supported are ${Object.keys(sharable).sort().join(", ")}.`);
    }
    const properties = section[name];
    if (!isMap(properties)) throw invalidGlobals(`'${name}' must be a map of properties.`);
    for (const property of Object.keys(properties)) {
      if (!allowed.includes(property)) {
        throw invalidGlobals(`'${property}' cannot be shared for '${name}'. Set it on the resources themselves.`);
      }
    }
    globals.set(`AWS::Serverless::${name}`, properties);
  }
  return globals;
}

function invalidGlobals(message: string): SamFault {
  return invalidDocument([
    new SamFault("template", `The 'Globals' section is invalid. ${message}`, { path: "Globals" }),
  ]);
}

/** `IgnoreGlobals: "*"` leaves out everything, a list leaves out the properties that it names. */
function withoutIgnored(logicalId: string, shared: ValueMap, ignored: Value): ValueMap {
  if (ignored === null || ignored === "" || ignored === false || (isList(ignored) && ignored.length === 0))
    return shared;
  if (ignored === "*") return {};
  if (!isList(ignored)) {
    throw invalidDocument([
      invalidResource(logicalId, "'IgnoreGlobals' must be '*' or a list of properties.", "IgnoreGlobals"),
    ]);
  }
  const rest = { ...shared };
  for (const property of ignored) {
    if (typeof property !== "string" || !Object.hasOwn(rest, property)) {
      throw invalidDocument([
        invalidResource(
          logicalId,
          `'IgnoreGlobals' names '${String(property)}', which Globals does not set.`,
          "IgnoreGlobals",
        ),
      ]);
    }
    delete rest[property];
  }
  return rest;
}

/**
 * The local value wins, maps merge by key, lists are joined with the shared entries first. Shared values are not copied:
 * the transform's own steps see them as one.
 */
function merge(shared: Value, local: Value): Value {
  if (isList(shared) && isList(local)) return [...shared, ...local];
  if (isMap(shared) && isMap(local) && !isIntrinsic(shared) && !isIntrinsic(local)) return mergeMaps(shared, local);
  return local;
}

function mergeMaps(shared: ValueMap, local: ValueMap): ValueMap {
  const merged: ValueMap = { ...shared };
  for (const key of Object.keys(local)) {
    const value = local[key] ?? null;
    const sharedValue = Object.hasOwn(shared, key) ? shared[key] : undefined;
    merged[key] = sharedValue === undefined ? value : merge(sharedValue, value);
  }
  return merged;
}

/** An `OpenApiVersion` from Globals reaches definitions that the transform itself writes. */
function alignOpenApiVersions(template: ValueMap): void {
  const resources = resourcesOf(template);
  for (const logicalId of Object.keys(resources)) {
    const resource = resources[logicalId];
    if (!isMap(resource) || resource.Type !== "AWS::Serverless::Api" || !isMap(resource.Properties)) continue;
    const { OpenApiVersion: given, DefinitionBody: body, __MANAGE_SWAGGER: managed } = resource.Properties;
    const version = given === undefined || managed === undefined ? null : openApi3Version(given);
    if (version === null) continue;
    resource.Properties.OpenApiVersion = version;
    if (!isMap(body)) continue;
    body.openapi = version;
    if (body.swagger) delete body.swagger;
  }
}

/** `3.0` and `3.0.1`; an unquoted 3.0 has become the number 3 on its way here. */
function openApi3Version(version: Value): string | null {
  const text = version === 3 ? "3.0" : String(version);
  return /^3(\.\d)(\.\d)?$/.test(text) ? text : null;
}
