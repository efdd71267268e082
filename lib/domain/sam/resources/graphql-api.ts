import { invalidResource } from "../fault";
import { authenticate } from "../graphql/authentication";
import { makeDataSources } from "../graphql/data-sources";
import type { GraphqlApi } from "../graphql/graphql-api";
import { graphqlProperties, graphqlShape } from "../graphql/graphql-properties";
import { makePipelineFunctions } from "../graphql/pipeline-functions";
import { makeResolvers } from "../graphql/resolvers";
import { getAtt, ref, sub } from "../intrinsics";
import { assumeRolePolicy } from "../policy-statements";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext, ResourceTypeRule, SamResource } from "../resource-type";
import { tagList } from "../tags";
import { type Fields, isGiven, isMap, mapEntryOf, type Value, type ValueMap } from "../value";

export const graphqlApi: ResourceTypeRule = {
  type: "AWS::Serverless::GraphQLApi",
  properties: graphqlProperties,
  ignoresUnknown: true,
  expand(resource, context) {
    const api = readApi(resource, context);
    const authentication = authenticate(api);
    const logging = makeLogging(api);
    const schema = makeSchema(api);
    const dataSources = makeDataSources(api);
    const functions = makePipelineFunctions(api, dataSources);
    const resources = [
      makeApi(api, { ...authentication.properties, LogConfig: logging.config }),
      schema,
      ...authentication.permissions,
      ...(logging.role ? [logging.role] : []),
      ...makeApiKeys(api),
      ...makeCache(api),
      ...dataSources.resources,
      ...makeDomainName(api),
      ...functions.resources,
      ...makeResolvers(api, functions, schema.logicalId),
    ];
    return { resources };
  },
};

function readApi(resource: SamResource, context: ExpansionContext): GraphqlApi {
  const { logicalId } = resource;
  return {
    logicalId,
    context,
    properties: graphqlShape(knownProperties(resource), { logicalId, path: "" }),
    apiId: () => getAtt(logicalId, "ApiId"),
    make(type, suffix, properties) {
      const made = makeResource(type, logicalId + suffix, { ...resource.attributes }, properties);
      if (resource.dependsOn !== undefined) made.dependsOn = resource.dependsOn;
      return made;
    },
  };
}

function knownProperties({ properties }: SamResource): ValueMap {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => Object.hasOwn(graphqlProperties, name)));
}

function makeApi({ logicalId, properties, make }: GraphqlApi, more: Fields): Resource {
  const given = (name: string) => (isGiven(properties[name]) ? properties[name] : undefined);
  const tags: ValueMap = { ...(isMap(properties.Tags) ? properties.Tags : {}), "graphqlapi:createdBy": "SAM" };
  return make("AWS::AppSync::GraphQLApi", "", {
    Name: given("Name") ?? logicalId,
    Visibility: given("Visibility"),
    OwnerContact: given("OwnerContact"),
    XrayEnabled: properties.XrayEnabled,
    IntrospectionConfig: given("IntrospectionConfig"),
    QueryDepthLimit: given("QueryDepthLimit"),
    ResolverCountLimit: given("ResolverCountLimit"),
    Tags: tagList(tags),
    ...more,
  });
}

/** Logging is on unless it is turned off; without a role of the user's, one is made. */
function makeLogging({ properties, make }: GraphqlApi): { config?: Value; role?: Resource } {
  if (properties.Logging === false) return {};
  const given = mapEntryOf(properties, "Logging") ?? {};
  const { CloudWatchLogsRoleArn: roleArn, ExcludeVerboseContent: brief, FieldLogLevel: level } = given;
  const config: ValueMap = { FieldLogLevel: isGiven(level) ? level : "ALL" };
  if (isGiven(brief)) config.ExcludeVerboseContent = brief;
  if (isGiven(roleArn)) return { config: { ...config, CloudWatchLogsRoleArn: roleArn } };
  const role = make("AWS::IAM::Role", "CloudWatchRole", {
    AssumeRolePolicyDocument: assumeRolePolicy("appsync.amazonaws.com"),
    ManagedPolicyArns: [sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs")],
  });
  return { config: { ...config, CloudWatchLogsRoleArn: getAtt(role.logicalId, "Arn") }, role };
}

function makeSchema({ logicalId, properties, apiId, make }: GraphqlApi): Resource {
  const { SchemaInline: inline, SchemaUri: uri } = properties;
  if (isGiven(inline) === isGiven(uri)) {
    throw invalidResource(logicalId, "Give 'SchemaInline' or 'SchemaUri', and only one of them.", "Properties");
  }
  const location = { ApiId: apiId(), Definition: inline, DefinitionS3Location: uri };
  return make("AWS::AppSync::GraphQLSchema", "Schema", location);
}

function makeApiKeys({ properties, apiId, make }: GraphqlApi): Resource[] {
  const keys = mapEntryOf(properties, "ApiKeys") ?? {};
  return Object.keys(keys).map((name) => {
    const key = mapEntryOf(keys, name) ?? {};
    const { ApiKeyId, Description, ExpiresOn } = key;
    return make("AWS::AppSync::ApiKey", name, { ApiId: apiId(), ApiKeyId, Description, Expires: ExpiresOn });
  });
}

function makeCache({ properties, apiId, make }: GraphqlApi): Resource[] {
  const cache = mapEntryOf(properties, "Cache");
  return cache ? [make("AWS::AppSync::ApiCache", "ApiCache", { ...cache, ApiId: apiId() })] : [];
}

function makeDomainName({ properties, apiId, make }: GraphqlApi): Resource[] {
  const given = mapEntryOf(properties, "DomainName");
  if (!given) return [];
  const domain = make("AWS::AppSync::DomainName", "DomainName", given);
  const association = { ApiId: apiId(), DomainName: ref(domain.logicalId) };
  return [domain, make("AWS::AppSync::DomainNameApiAssociation", "DomainNameApiAssociation", association)];
}
