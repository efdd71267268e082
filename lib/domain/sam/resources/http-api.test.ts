import { describe, expect, it } from "vitest";
import { functionWith, httpApi, httpApiEvent } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

describe("AWS::Serverless::HttpApi", () => {
  it("becomes an API and its default stage, marked as SAM's", () => {
    const { resources, problems } = expandResources({ Orders: httpApi() });
    expect(problems).toEqual([]);
    expect(resources).toEqual({
      Orders: {
        Type: "AWS::ApiGatewayV2::Api",
        Properties: {
          Body: {
            openapi: "3.0.1",
            info: { version: "1.0", title: { Ref: "AWS::StackName" } },
            paths: {},
            tags: [{ name: "httpapi:createdBy", "x-amazon-apigateway-tag-value": "SAM" }],
          },
        },
      },
      OrdersApiGatewayDefaultStage: {
        Type: "AWS::ApiGatewayV2::Stage",
        Properties: {
          ApiId: { Ref: "Orders" },
          StageName: "$default",
          Tags: { "httpapi:createdBy": "SAM" },
          AutoDeploy: true,
        },
      },
    });
  });

  it("names the stage's resource after the stage", () => {
    const ids = (StageName: string) => Object.keys(expandResources({ Orders: httpApi({ StageName }) }).resources);
    expect(ids("live")).toContain("OrdersliveStage");
    expect(ids("live-1").find((id) => id.startsWith("OrdersStage"))).toMatch(/^OrdersStage[0-9a-f]{10}$/);
  });

  it("takes a definition from S3 without touching it", () => {
    const { resources } = expandResources({ Orders: httpApi({ DefinitionUri: "s3://bucket/orders.yaml" }) });
    expect(resources.Orders?.Properties).toEqual({ BodyS3Location: { Bucket: "bucket", Key: "orders.yaml" } });
    expect(resources.OrdersApiGatewayDefaultStage?.Properties).not.toHaveProperty("Tags");
  });

  it("permits the functions of authorizers only if told to", () => {
    const authorizer = { FunctionArn: "arn:aws:lambda:x", AuthorizerPayloadFormatVersion: "2.0" };
    const written = (extra: object) => ({
      Orders: httpApi({ Auth: { Authorizers: { Check: { ...authorizer, ...extra } } } }),
      List: functionWith({ List: httpApiEvent({ Path: "/orders", Method: "get", ApiId: { Ref: "Orders" } }) }),
    });
    expect(expandResources(written({})).resources).not.toHaveProperty("OrdersCheckAuthorizerPermission");
    const { resources } = expandResources(written({ EnableFunctionDefaultPermissions: true }));
    expect(resources.OrdersCheckAuthorizerPermission?.Properties).toMatchObject({ FunctionName: "arn:aws:lambda:x" });
  });

  it("refuses an API without a definition", () => {
    const { problems } = expandResources({
      Orders: httpApi({ DefinitionUri: "", DefinitionBody: { openapi: "2.0" }, Tags: { A: "b" } }),
    });
    expect(problems).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
