import { awsService } from "../aws-service";
import { passRole, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

export const appSync = awsService({
  prefix: "appsync",
  documentation: (operation) => `https://docs.aws.amazon.com/appsync/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html */
const graphqlApi: ResourceRule = {
  type: "AWS::AppSync::GraphQLApi",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 26 });
    const arn = r.arn("appsync", `apis/${id}`);
    const host = `${r.invent("host", { alphabet: "lower", length: 26 })}.appsync-api.${r.target.region}.amazonaws.com`;
    const attributes = {
      ApiId: id,
      Arn: arn,
      GraphQLUrl: `https://${host}/graphql`,
      GraphQLDns: host,
      GraphQLEndpointArn: arn,
      RealtimeDns: host,
      RealtimeUrl: `wss://${host}/graphql`,
    };
    return { physicalId: arn, arn, attributes };
  },
  create: (r) => [
    appSync.call("CreateGraphqlApi", "*", {
      context: { ...tagContext(r), "appsync:Visibility": [r.text("Visibility") ?? "GLOBAL"] },
      also: [...tagOnCreate(appSync, r), ...apiRoles(r), ...tracingRole(r)],
    }),
    ...environmentCalls(r),
  ],
  read: (r) => [appSync.call("GetGraphqlApi", r.arnOfSelf, { cause: r.usedAttributes[0] ?? "Type" })],
  update: (r) => [
    ...when(apiChanged(r), appSync.call("UpdateGraphqlApi", r.arnOfSelf, { cause: "Properties", also: apiRoles(r) })),
    ...environmentCalls(r),
    ...tagChanges(appSync, r),
  ],
  delete: (r) => [appSync.call("DeleteGraphqlApi", r.arnOfSelf)],
};

function apiChanged(r: ResourceUpdate): boolean {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  return properties.some(
    (property) => property !== "Tags" && property !== "EnvironmentVariables" && r.changed(property),
  );
}

function environmentCalls(r: ResourceView): readonly CallSpec[] {
  const cause = "EnvironmentVariables";
  return when(r.sets(cause), appSync.call("PutGraphqlApiEnvironmentVariables", "*", { cause }));
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html */
function apiRoles(r: ResourceView): readonly CheckSpec[] {
  const paths = ["LogConfig.CloudWatchLogsRoleArn", "MergedApiExecutionRoleArn"];
  return paths.flatMap((path) => passedRole(r, path));
}

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSAppSyncAdministrator.html */
function tracingRole(r: ResourceView): readonly CheckSpec[] {
  const service = "appsync.amazonaws.com";
  return when(r.text("XrayEnabled") === "true" && !r.settings.account.serviceLinkedRolesExist, {
    action: "iam:CreateServiceLinkedRole",
    resources: [r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForAppSync`, { region: "" })],
    context: { "iam:AWSServiceName": [service] },
    cause: "XrayEnabled",
    source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSAppSyncAdministrator.html",
    through: [service],
  });
}

function passedRole(r: ResourceView, path: string): readonly CheckSpec[] {
  const roleArn = r.text(path);
  return roleArn === undefined ? [] : [passRole(roleArn, "appsync.amazonaws.com", path)];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlschema.html */
const schema: ResourceRule = {
  type: "AWS::AppSync::GraphQLSchema",
  identify: (r) => ({
    physicalId: `${apiIdOf(r)}GraphQLSchema`,
    arn: null,
    attributes: { Id: `${apiIdOf(r)}GraphQLSchema` },
  }),
  create: putSchema,
  update: putSchema,
  // The schema goes with its API.
  delete: () => [],
};

function putSchema(r: ResourceView): readonly CallSpec[] {
  const also = objectChecks(r, "DefinitionS3Location");
  return [
    appSync.call("StartSchemaCreation", "*", { cause: "Definition", also }),
    appSync.call("GetSchemaCreationStatus", "*", { cause: "Definition" }),
  ];
}

function apiIdOf(r: ResourceView): string {
  return r.text("ApiId") ?? r.invent("api", { alphabet: "lower", length: 26 });
}

/** CloudFormation reads a document that stands in S3, `s3://bucket/key`. */
function objectChecks(r: ResourceView, ...paths: readonly string[]): readonly CheckSpec[] {
  return paths.flatMap((path) => {
    const parts = /^s3:\/\/([^/]+)\/(.+)$/.exec(r.text(path) ?? "");
    if (!parts) return [];
    return [
      {
        action: "s3:GetObject",
        resources: [`arn:${r.target.partition}:s3:::${parts[1]}/${parts[2]}`],
        context: {},
        cause: path,
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_AppSync.html",
        through: [],
      },
    ];
  });
}

/** Parts of a GraphQL API; the service checks them on no single resource. */
const parts: readonly ResourceRule[] = [
  {
    noun: "DataSource",
    type: "DataSource",
    read: "GetDataSource",
    documents: [],
    roles: ["ServiceRoleArn"],
    arn: "DataSourceArn",
    id: "Name",
    idAttribute: "Name",
  },
  {
    noun: "Resolver",
    type: "Resolver",
    read: "GetResolver",
    documents: ["CodeS3Location", "RequestMappingTemplateS3Location", "ResponseMappingTemplateS3Location"],
    roles: [],
    arn: "ResolverArn",
    id: "FieldName",
    idAttribute: "FieldName",
  },
  {
    noun: "Function",
    type: "FunctionConfiguration",
    read: null,
    documents: ["CodeS3Location", "RequestMappingTemplateS3Location", "ResponseMappingTemplateS3Location"],
    roles: [],
    arn: "FunctionArn",
    id: null,
    idAttribute: "FunctionId",
  },
  { noun: "ApiKey", type: "ApiKey", read: null, documents: [], roles: [], arn: "Arn", id: null, idAttribute: "ApiKey" },
].map(
  ({ noun, type, read, documents, roles, arn, id, idAttribute }): ResourceRule => ({
    type: `AWS::AppSync::${type}`,
    identify: (r) => {
      const own = (id === null ? undefined : r.text(id)) ?? r.invent("id", { alphabet: "lower", length: 26 });
      const ownArn = r.arn("appsync", `apis/${apiIdOf(r)}/${noun.toLowerCase()}s/${own}`);
      return { physicalId: ownArn, arn: ownArn, attributes: { [arn]: ownArn, [idAttribute]: own, ApiKeyId: own } };
    },
    create: (r) => [
      appSync.call(`Create${noun}`, "*", {
        also: [...roles.flatMap((path) => passedRole(r, path)), ...objectChecks(r, ...documents)],
      }),
      ...(read === null ? [] : [appSync.call(read, "*")]),
    ],
    update: (r) => [
      appSync.call(`Update${noun}`, "*", {
        cause: "Properties",
        also: [...roles.flatMap((path) => passedRole(r, path)), ...objectChecks(r, ...documents)],
      }),
    ],
    delete: () => [appSync.call(`Delete${noun}`, "*")],
  }),
);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-api.html */
const eventApi: ResourceRule = {
  type: "AWS::AppSync::Api",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 26 });
    const arn = r.arn("appsync", `apis/${id}`);
    const host = `${r.invent("host", { alphabet: "lower", length: 26 })}.appsync-api.${r.target.region}.amazonaws.com`;
    const attributes = { ApiArn: arn, ApiId: id, "Dns.Http": host, "Dns.Realtime": host };
    return { physicalId: arn, arn, attributes };
  },
  create: (r) => [
    appSync.call("CreateApi", "*", {
      context: tagContext(r),
      also: [...tagOnCreate(appSync, r), ...passedRole(r, "EventConfig.LogConfig.CloudWatchLogsRoleArn")],
    }),
    appSync.call("GetApi", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      appSync.call("UpdateApi", r.arnOfSelf, {
        cause: "Properties",
        also: passedRole(r, "EventConfig.LogConfig.CloudWatchLogsRoleArn"),
      }),
    ),
    ...tagChanges(appSync, r),
  ],
  delete: (r) => [appSync.call("DeleteApi", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-channelnamespace.html */
const channelNamespace: ResourceRule = {
  type: "AWS::AppSync::ChannelNamespace",
  identify: (r) => {
    const arn = r.arn("appsync", `apis/${apiIdOf(r)}/channelNamespace/${r.text("Name") ?? r.logicalId}`);
    return { physicalId: arn, arn, attributes: { ChannelNamespaceArn: arn } };
  },
  create: (r) => [
    appSync.call("CreateChannelNamespace", r.arnOfSelf, {
      context: tagContext(r),
      also: [...tagOnCreate(appSync, r), ...objectChecks(r, "CodeS3Location")],
    }),
    appSync.call("GetChannelNamespace", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      changedBesideTags(r),
      appSync.call("UpdateChannelNamespace", r.arnOfSelf, {
        cause: "Properties",
        also: objectChecks(r, "CodeS3Location"),
      }),
    ),
    ...tagChanges(appSync, r),
  ],
  delete: (r) => [appSync.call("DeleteChannelNamespace", r.arnOfSelf)],
};

export const appSyncRules: readonly ResourceRule[] = [graphqlApi, schema, ...parts, eventApi, channelNamespace];
