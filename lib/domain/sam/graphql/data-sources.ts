import { expandConnector } from "../connectors/expand-connector";
import { getAtt, ref, sub } from "../intrinsics";
import { assumeRolePolicy } from "../policy-statements";
import type { Resource } from "../resource";
import { isGiven, mapEntryOf, type Value, type ValueMap } from "../value";
import type { GraphqlApi } from "./graphql-api";

export interface DataSources {
  readonly resources: readonly Resource[];
  /** Logical id by the name that the template gives. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The data sources of `DataSources`, with their roles and what lets them reach table or function. */
export function makeDataSources(api: GraphqlApi): DataSources {
  const given = mapEntryOf(api.properties, "DataSources") ?? {};
  const made = [
    ...eachOf(given, "DynamoDb", (name, source) => makeTableSource(api, name, source)),
    ...eachOf(given, "Lambda", (name, source) => makeLambdaSource(api, name, source)),
  ];
  return {
    resources: made.flatMap(({ resources }) => resources),
    ids: new Map(made.map(({ name, resources: [source] }) => [name, source.logicalId])),
  };
}

interface MadeSource {
  readonly name: string;
  /** The data source first. */
  readonly resources: readonly [Resource, ...Resource[]];
}

function eachOf(given: ValueMap, kind: string, make: (name: string, source: ValueMap) => MadeSource): MadeSource[] {
  const sources = mapEntryOf(given, kind) ?? {};
  return Object.keys(sources).map((name) => make(name, mapEntryOf(sources, name) ?? {}));
}

function makeTableSource(api: GraphqlApi, name: string, given: ValueMap): MadeSource {
  const config: ValueMap = { AwsRegion: regionOf(given), TableName: given.TableName ?? null };
  for (const field of ["UseCallerCredentials", "Versioned"]) {
    const value = given[field];
    if (isGiven(value)) config[field] = value;
  }
  if (given.DeltaSync !== undefined) config.DeltaSyncConfig = given.DeltaSync;
  return makeSource(api, name, given, {
    type: "AMAZON_DYNAMODB",
    idSuffix: `${name}DynamoDBDataSource`,
    config: { DynamoDBConfig: config },
    connector: "ToTableConnector",
    destination: { Type: "AWS::DynamoDB::Table", Arn: isGiven(given.TableArn) ? given.TableArn : tableArn(given) },
    permissions: isGiven(given.Permissions) ? given.Permissions : ["Read", "Write"],
  });
}

function makeLambdaSource(api: GraphqlApi, name: string, given: ValueMap): MadeSource {
  const functionArn = given.FunctionArn ?? null;
  return makeSource(api, name, given, {
    type: "AWS_LAMBDA",
    idSuffix: `${name}LambdaDataSource`,
    config: { LambdaConfig: { LambdaFunctionArn: functionArn } },
    connector: "ToLambdaConnector",
    destination: { Type: "AWS::Lambda::Function", Arn: functionArn },
    permissions: ["Write"],
  });
}

interface SourceKind {
  readonly type: string;
  readonly idSuffix: string;
  readonly config: ValueMap;
  readonly connector: string;
  readonly destination: ValueMap;
  readonly permissions: Value;
}

function makeSource(api: GraphqlApi, name: string, given: ValueMap, kind: SourceKind): MadeSource {
  const source = api.make("AWS::AppSync::DataSource", kind.idSuffix, {
    Name: isGiven(given.Name) ? given.Name : name,
    Type: kind.type,
    ApiId: api.apiId(),
    Description: given.Description,
    ...kind.config,
    ServiceRoleArn: given.ServiceRoleArn,
  });
  if (isGiven(given.ServiceRoleArn)) return { name, resources: [source] };
  const role = api.make("AWS::IAM::Role", `${kind.idSuffix}Role`, {
    AssumeRolePolicyDocument: assumeRolePolicy("appsync.amazonaws.com"),
  });
  source.properties.ServiceRoleArn = getAtt(role.logicalId, "Arn");
  const connector = {
    logicalId: source.logicalId + kind.connector,
    source: {
      Type: "AWS::AppSync::DataSource",
      Arn: getAtt(source.logicalId, "DataSourceArn"),
      RoleName: ref(role.logicalId),
    },
    destination: kind.destination,
    permissions: kind.permissions,
    dependsOn: undefined,
    attributes: {},
  };
  return { name, resources: [source, role, ...expandConnector(connector, api.context)] };
}

function regionOf({ Region: region }: ValueMap): Value {
  return isGiven(region) ? region : ref("AWS::Region");
}

function tableArn(given: ValueMap): ValueMap {
  return sub("arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}", {
    __TableName__: given.TableName ?? null,
    __Region__: regionOf(given),
  });
}
