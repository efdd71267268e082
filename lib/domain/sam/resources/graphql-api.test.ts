import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (properties: JsonObject) =>
  expandResources({
    Shop: {
      Type: "AWS::Serverless::GraphQLApi",
      Properties: {
        SchemaInline: "type Query { a: String }",
        Auth: { Type: "AWS_IAM" },
        Logging: false,
        ...properties,
      },
    },
  });
const apiId = { "Fn::GetAtt": ["Shop", "ApiId"] };
const runtime = { Name: "APPSYNC_JS", Version: "1.0.0" };

describe("AWS::Serverless::GraphQLApi", () => {
  it("becomes an API and its schema", () => {
    const { resources } = expand({ Tags: { Team: "a" }, XrayEnabled: true });
    expect(resources).toEqual({
      Shop: {
        Type: "AWS::AppSync::GraphQLApi",
        Properties: {
          Name: "Shop",
          AuthenticationType: "AWS_IAM",
          XrayEnabled: true,
          Tags: [
            { Key: "Team", Value: "a" },
            { Key: "graphqlapi:createdBy", Value: "SAM" },
          ],
        },
      },
      ShopSchema: {
        Type: "AWS::AppSync::GraphQLSchema",
        Properties: { ApiId: apiId, Definition: "type Query { a: String }" },
      },
    });
  });

  it("logs with a role of its own unless told otherwise", () => {
    const { resources } = expand({ Logging: true });
    expect(resources.Shop).toMatchObject({
      Properties: {
        LogConfig: { FieldLogLevel: "ALL", CloudWatchLogsRoleArn: { "Fn::GetAtt": ["ShopCloudWatchRole", "Arn"] } },
      },
    });
    const given = expand({ Logging: { CloudWatchLogsRoleArn: "arn:role", FieldLogLevel: "ERROR" } }).resources;
    expect(given.ShopCloudWatchRole).toBeUndefined();
  });

  it("reads the default and the additional authorizers, and lets the API call Lambda", () => {
    const { resources } = expand({
      Auth: {
        Type: "AWS_LAMBDA",
        LambdaAuthorizer: { AuthorizerUri: "arn:function" },
        Additional: [
          { Type: "AMAZON_COGNITO_USER_POOLS", UserPool: { UserPoolId: "p", DefaultAction: "ALLOW" } },
          { Type: "API_KEY" },
        ],
      },
      ApiKeys: { Main: { ExpiresOn: 1 } },
    });
    expect(resources.Shop).toMatchObject({
      Properties: {
        AuthenticationType: "AWS_LAMBDA",
        LambdaAuthorizerConfig: { AuthorizerUri: "arn:function" },
        AdditionalAuthenticationProviders: [
          { AuthenticationType: "AMAZON_COGNITO_USER_POOLS", UserPoolConfig: { UserPoolId: "p" } },
          { AuthenticationType: "API_KEY" },
        ],
      },
    });
    expect(JSON.stringify(resources.Shop)).not.toContain("DefaultAction");
    expect(resources.ShopToLambdaAuthConnector1WriteLambdaPermission).toMatchObject({
      Type: "AWS::Lambda::Permission",
    });
    expect(resources.ShopMain).toMatchObject({ Type: "AWS::AppSync::ApiKey", Properties: { Expires: 1 } });
  });

  it("makes data sources with roles that reach table and function", () => {
    const { resources } = expand({
      DataSources: {
        DynamoDb: { Items: { TableName: "items", TableArn: "arn:table", Permissions: ["Read"] } },
        Lambda: { Worker: { FunctionArn: "arn:function", ServiceRoleArn: "arn:role" } },
      },
    });
    expect(resources.ShopItemsDynamoDBDataSource).toMatchObject({
      Properties: {
        Name: "Items",
        DynamoDBConfig: { AwsRegion: { Ref: "AWS::Region" }, TableName: "items" },
        ServiceRoleArn: { "Fn::GetAtt": ["ShopItemsDynamoDBDataSourceRole", "Arn"] },
      },
    });
    expect(resources.ShopItemsDynamoDBDataSourceToTableConnectorPolicy).toMatchObject({
      Properties: { Roles: [{ Ref: "ShopItemsDynamoDBDataSourceRole" }] },
    });
    expect(resources.ShopWorkerLambdaDataSource).toMatchObject({ Properties: { ServiceRoleArn: "arn:role" } });
    expect(resources.ShopWorkerLambdaDataSourceRole).toBeUndefined();
  });

  it("makes pipeline resolvers of functions", () => {
    const { resources } = expand({
      Functions: {
        First: { DataSource: "NONE", InlineCode: "code", Runtime: runtime },
        Given: { Id: "function-id" },
      },
      Resolvers: {
        Query: {
          get: { Pipeline: ["First", "Given"] },
          list: { Pipeline: ["First"], CodeUri: "s3://b/k", Runtime: runtime },
        },
      },
    });
    expect(resources.ShopFirst).toMatchObject({
      Properties: { Code: "code", DataSourceName: { "Fn::GetAtt": ["ShopNoneDataSource", "Name"] } },
    });
    expect(resources.ShopQueryget).toMatchObject({
      DependsOn: ["ShopSchema"],
      Properties: {
        Kind: "PIPELINE",
        FieldName: "get",
        TypeName: "Query",
        Code: expect.stringContaining("return ctx.prev.result;"),
        PipelineConfig: { Functions: [{ "Fn::GetAtt": ["ShopFirst", "FunctionId"] }, "function-id"] },
      },
    });
    expect(resources.ShopQuerylist).toMatchObject({ Properties: { CodeS3Location: "s3://b/k" } });
  });

  it("makes a cache and a domain name", () => {
    const { resources } = expand({
      Cache: { ApiCachingBehavior: "FULL_REQUEST_CACHING", Ttl: 60, Type: "SMALL" },
      DomainName: { CertificateArn: "arn:cert", DomainName: "api.example.com" },
    });
    expect(resources.ShopApiCache).toMatchObject({ Properties: { ApiId: apiId, Ttl: 60 } });
    expect(resources.ShopDomainNameApiAssociation?.Properties).toEqual({
      ApiId: apiId,
      DomainName: { Ref: "ShopDomainName" },
    });
  });

  it.each<[string, string, JsonObject]>([
    ["no schema", "Shop", { SchemaInline: null }],
    ["two schemas", "Shop", { SchemaUri: "s3://b/k" }],
    ["an unknown authentication", "Shop", { Auth: { Type: "NONE" } }],
    ["an authorizer without configuration", "Shop", { Auth: { Type: "AWS_LAMBDA" } }],
    ["an unknown nested property", "Shop", { Cache: { Ttl: 1, Type: "SMALL", ApiCachingBehavior: "x", Size: 1 } }],
    ["a function without code", "F", { Functions: { F: { DataSource: "none", Runtime: runtime } } }],
    ["a function without a data source", "F", { Functions: { F: { InlineCode: "x", Runtime: runtime } } }],
    [
      "a function of an unknown data source",
      "F",
      { Functions: { F: { InlineCode: "x", Runtime: runtime, DataSource: "D" } } },
    ],
    ["a resolver without pipeline", "get", { Resolvers: { Query: { get: {} } } }],
    ["a pipeline of unknown functions", "get", { Resolvers: { Query: { get: { Pipeline: ["F"] } } } }],
  ])("refuses %s", (_name, logicalId, properties) => {
    expect(expand(properties).problems).toMatchObject([{ severity: "error", logicalId }]);
  });
});
