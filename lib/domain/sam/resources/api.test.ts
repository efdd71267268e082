import { describe, expect, it } from "vitest";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const toOrders = { RestApiId: { Ref: "Orders" } };

// The deployments' logical ids are those that the official translator (1.110.0) gives for the same resources.
describe("AWS::Serverless::Api", () => {
  it("becomes an API, a deployment and a stage", () => {
    const { resources, problems } = expandResources({ Orders: restApi() });
    expect(problems).toEqual([]);
    expect(resources).toEqual({
      Orders: {
        Type: "AWS::ApiGateway::RestApi",
        Properties: {
          Body: { swagger: "2.0", info: { version: "1.0", title: { Ref: "AWS::StackName" } }, paths: {} },
        },
      },
      OrdersDeployment5332c373d4: {
        Type: "AWS::ApiGateway::Deployment",
        Properties: {
          RestApiId: { Ref: "Orders" },
          StageName: "Stage",
          Description: "RestApi deployment id: 5332c373d45c69e6c0f562b4a419aa8eb311adc7",
        },
      },
      OrdersProdStage: {
        Type: "AWS::ApiGateway::Stage",
        Properties: {
          DeploymentId: { Ref: "OrdersDeployment5332c373d4" },
          RestApiId: { Ref: "Orders" },
          StageName: "Prod",
        },
      },
    });
  });

  it.each([
    [
      "CORS",
      "OrdersDeploymentf73c440e55",
      {
        Orders: restApi({ Cors: "'https://example.com'" }),
        List: functionWith({ List: apiEvent("/orders", "get", toOrders) }),
      },
    ],
    [
      "authorizers and API keys",
      "OrdersDeployment0007cdb320",
      {
        Orders: restApi({
          Auth: {
            DefaultAuthorizer: "Pool",
            ApiKeyRequired: true,
            Authorizers: {
              Pool: { UserPoolArn: "arn:aws:cognito-idp:x" },
              Fn: {
                FunctionArn: "arn:aws:lambda:y",
                FunctionPayloadType: "REQUEST",
                Identity: { Headers: ["X-Key"], ReauthorizeEvery: 30 },
              },
            },
          },
        }),
        List: functionWith({
          List: apiEvent("/orders", "get", toOrders),
          Free: apiEvent("/health", "get", { ...toOrders, Auth: { Authorizer: "NONE", ApiKeyRequired: false } }),
          Own: apiEvent("/own", "get", { ...toOrders, Auth: { Authorizer: "Fn" } }),
        }),
      },
    ],
    [
      "OpenAPI 3, models and parameters",
      "OrdersDeploymentf03c59f056",
      {
        Orders: restApi({ OpenApiVersion: "3.0.1", Cors: "'*'", Models: { Order: { type: "object" } } }),
        List: functionWith({
          List: apiEvent("/orders", "post", {
            ...toOrders,
            RequestModel: { Model: "Order", Required: true, ValidateBody: true },
            RequestParameters: [
              "method.request.header.X-A",
              { "method.request.querystring.page": { Required: true, Caching: true } },
            ],
          }),
        }),
      },
    ],
    [
      "a definition in S3",
      "OrdersDeploymenteb11086e35",
      { Orders: restApi({ DefinitionUri: "s3://bucket/orders.yaml?versionId=3" }) },
    ],
  ])("names the deployment after %s", (_, deploymentId, written) => {
    const { resources, problems } = expandResources(written);
    expect(problems).toEqual([]);
    expect(Object.keys(resources)).toContain(deploymentId);
  });

  it("makes a new deployment at every run with AlwaysDeploy", () => {
    const deployments = [1, 2].map((now) => {
      const { resources } = expandResources({ Orders: restApi({ AlwaysDeploy: true }) }, { now });
      return Object.keys(resources).find((id) => id.startsWith("OrdersDeployment"));
    });
    expect(new Set(deployments).size).toBe(2);
  });

  it("leaves the extra stage out with OpenApiVersion", () => {
    const { resources } = expandResources({ Orders: restApi({ OpenApiVersion: "3.0.1" }) });
    const deployment = Object.values(resources).find(({ Type }) => Type === "AWS::ApiGateway::Deployment");
    expect(deployment?.Properties).not.toHaveProperty("StageName");
    expect(resources.Orders?.Properties).toHaveProperty("Body.openapi", "3.0.1");
  });

  it("tags the stage, and with PropagateTags everything that can have tags", () => {
    const Tags = { Team: "shop" };
    const asList = [{ Key: "Team", Value: "shop" }];
    expect(expandResources({ Orders: restApi({ Tags }) }).resources.OrdersProdStage?.Properties).toHaveProperty(
      "Tags",
      asList,
    );
    const { resources } = expandResources({ Orders: restApi({ Tags, PropagateTags: true }) });
    expect(resources.Orders?.Properties).toHaveProperty("Tags", asList);
  });

  it("hands conditions down, and keeps DependsOn and Metadata to the API itself", () => {
    const { resources } = expandResources({
      Orders: restApi({}, { Condition: "IsProd", DependsOn: "Table", Metadata: { Owner: "shop" } }),
    });
    expect(resources.Orders).toMatchObject({ Condition: "IsProd", DependsOn: "Table", Metadata: { Owner: "shop" } });
    expect(resources.OrdersProdStage).toMatchObject({ Condition: "IsProd" });
    expect(resources.OrdersProdStage).not.toHaveProperty("Metadata");
  });

  it.each([
    ["both sources", { DefinitionUri: "s3://b/k", DefinitionBody: { swagger: "2.0", paths: {} } }, "not both"],
    ["a bad version", { OpenApiVersion: "5" }, "OpenApiVersion"],
    ["a domain that is no map", { Domain: "orders.example.com" }, "Domain"],
    ["merging into a file", { DefinitionUri: "s3://b/k", MergeDefinitions: true }, "MergeDefinitions"],
  ])("refuses %s", (_, properties, message) => {
    const { problems } = expandResources({ Orders: restApi(properties) });
    expect(problems).toMatchObject([{ severity: "error", logicalId: "Orders" }]);
    expect(problems[0]?.message).toContain(message);
  });
});
