import { apiProperties } from "../api/api-properties";
import { makeDeployment, stageLogicalId } from "../api/deployment";
import type { DomainResources } from "../api/domain-settings";
import { endpointConfiguration } from "../api/endpoint-configuration";
import { functionNamesOf } from "../api/function-names";
import { resolveParametersIn } from "../api/resolve-parameters";
import { permitAuthorizers } from "../api/rest-api-auth";
import { checkSources, type RestApiDefinition, readDefinition } from "../api/rest-api-definition";
import { makeRestApiDomain } from "../api/rest-api-domain";
import { makeUsagePlan } from "../api/usage-plan";
import { invalidResource } from "../fault";
import { ref } from "../intrinsics";
import { boolean, integer, list, map, oneOf, optional, optionalStrict, required, text } from "../property";
import { isDict, type PyDict } from "../py27-hash/py-value";
import { toValue } from "../py27-hash/template-values";
import { makeResource, passThroughAttributes, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { propagateTags, tagList } from "../tags";
import { isGiven, type ValueMap } from "../value";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html */
export const api: ResourceTypeRule = {
  type: "AWS::Serverless::Api",
  properties: {
    __MANAGE_SWAGGER: optional(boolean),
    Name: optional(oneOf(text, map)),
    StageName: required(oneOf(text, map)),
    Tags: optional(map),
    PropagateTags: optional(boolean),
    DefinitionBody: optional(map),
    DefinitionUri: optional(oneOf(text, map)),
    MergeDefinitions: optionalStrict(boolean),
    CacheClusterEnabled: optional(boolean),
    CacheClusterSize: optional(text),
    Variables: optional(map),
    EndpointConfiguration: optional(oneOf(text, map)),
    MethodSettings: optional(list),
    BinaryMediaTypes: optional(list),
    MinimumCompressionSize: optional(integer),
    Cors: optional(oneOf(text, map)),
    Auth: optional(map),
    GatewayResponses: optional(map),
    AccessLogSetting: optional(map),
    CanarySetting: optional(map),
    TracingEnabled: optional(boolean),
    OpenApiVersion: optional(text),
    Models: optional(map),
    Domain: optional(map),
    FailOnWarnings: optional(boolean),
    Description: optional(text),
    Mode: optional(text),
    DisableExecuteApiEndpoint: optional(boolean),
    ApiKeySourceType: optional(text),
    AlwaysDeploy: optionalStrict(boolean),
    Policy: optional(oneOf(text, map)),
    SecurityPolicy: optional(text),
    EndpointAccessMode: optional(text),
  },
  referable: {
    Stage: "AWS::ApiGateway::Stage",
    Deployment: "AWS::ApiGateway::Deployment",
    DomainName: "AWS::ApiGateway::DomainName",
    DomainNameV2: "AWS::ApiGateway::DomainNameV2",
    UsagePlan: "AWS::ApiGateway::UsagePlan",
    UsagePlanKey: "AWS::ApiGateway::UsagePlanKey",
    ApiKey: "AWS::ApiGateway::ApiKey",
  },
  expand(resource, context) {
    const { logicalId, properties } = resource;
    const settings = resolveSettings(logicalId, context);
    const attributes = () => passThroughAttributes(resource.attributes);
    checkSources(logicalId, settings);
    const endpoint = endpointConfiguration(logicalId, properties.EndpointConfiguration, context.partition);
    const definition = readDefinition(logicalId, settings, context.partition);
    const restApi = makeRestApi(resource, settings, definition, endpoint);
    const domain = settings.get("Domain") ?? null;
    const custom = isDict(domain) ? makeRestApiDomain(logicalId, domain, attributes(), context) : null;
    const deployment = makeDeployment(
      logicalId,
      {
        definition: definition.content,
        openApiVersion: settings.get("OpenApiVersion"),
        domain: isDict(domain) ? domain : null,
        functionNames: functionNamesOf(logicalId, context),
        alwaysDeployAt: isGiven(properties.AlwaysDeploy) ? (context.options.now ?? 0) : null,
      },
      attributes(),
    );
    const stage = makeStage(resource, deployment.logicalId);
    const auth = settings.get("Auth") ?? null;
    const permissions = isDict(auth) ? permitAuthorizers(logicalId, auth, attributes(), context) : [];
    const plan = isDict(auth) ? makeUsagePlan(logicalId, auth, stage.logicalId, attributes(), context) : [];
    const resources = [restApi, deployment, stage, ...permissions, ...inOrder(custom), ...plan];
    propagateTags(resources, properties.Tags, properties.PropagateTags);
    return { resources };
  },
};

/** `BinaryMediaTypes`, `Domain` and `Auth` may take values from parameters. */
function resolveSettings(apiId: string, context: ExpansionContext): PyDict {
  const settings = apiProperties(apiId, context.sourceResources, context);
  for (const name of ["BinaryMediaTypes", "Domain", "Auth"]) {
    const value = settings.get(name);
    if (value !== undefined) settings.set(name, resolveParametersIn(value, context.parameters));
  }
  const domain = settings.get("Domain") ?? null;
  if (domain !== null && !isDict(domain)) throw invalidResource(apiId, "'Domain' must be a map.", "Properties.Domain");
  return settings;
}

function makeRestApi(
  resource: SamResource,
  settings: PyDict,
  definition: RestApiDefinition,
  endpoint: ValueMap,
): Resource {
  const { logicalId, properties } = resource;
  const ifGiven = (name: string) => (isGiven(properties[name]) ? properties[name] : undefined);
  const restApi = makeResource(
    "AWS::ApiGateway::RestApi",
    logicalId,
    { ...resource.attributes },
    {
      ...(definition.content === null ? {} : { [definition.property]: toValue(definition.content) }),
      BinaryMediaTypes: toValue(settings.get("BinaryMediaTypes") ?? null),
      MinimumCompressionSize: properties.MinimumCompressionSize,
      ...endpoint,
      FailOnWarnings: ifGiven("FailOnWarnings"),
      Name: ifGiven("Name"),
      Description: ifGiven("Description"),
      Mode: ifGiven("Mode"),
      ApiKeySourceType: ifGiven("ApiKeySourceType"),
      Policy: ifGiven("Policy"),
      SecurityPolicy: ifGiven("SecurityPolicy"),
      EndpointAccessMode: ifGiven("EndpointAccessMode"),
    },
  );
  if (resource.dependsOn !== undefined) restApi.dependsOn = resource.dependsOn;
  return restApi;
}

function makeStage(resource: SamResource, deploymentId: string): Resource {
  const { logicalId, properties } = resource;
  const stageId = stageLogicalId(logicalId, properties.StageName);
  const passed = ["AccessLogSetting", "CacheClusterEnabled", "CacheClusterSize", "CanarySetting", "StageName"];
  const settings: ValueMap = {};
  for (const name of [...passed, "TracingEnabled", "Variables", "MethodSettings"])
    settings[name] = properties[name] ?? null;
  return makeResource("AWS::ApiGateway::Stage", stageId, passThroughAttributes(resource.attributes), {
    DeploymentId: ref(deploymentId),
    RestApiId: ref(logicalId),
    ...settings,
    Tags: (properties.Tags ?? null) === null ? undefined : tagList(properties.Tags),
  });
}

function inOrder(custom: DomainResources | null): Resource[] {
  if (custom === null) return [];
  const { domain, mappings, recordSetGroup, accessAssociation } = custom;
  const optionalResources = [recordSetGroup, accessAssociation].filter((resource) => resource !== null);
  return [domain, ...mappings, ...optionalResources];
}
