import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const integration = "x-amazon-apigateway-integration";
const toOrders = { RestApiId: { Ref: "Orders" } };

describe("event Api", () => {
  it("permits the API to invoke the function, and adds the integration", () => {
    const { resources } = expandResources({ List: functionWith({ Get: apiEvent("/orders/{id}/", "GET") }) });
    expect(resources.ListGetPermissionProd?.Properties).toEqual({
      Action: "lambda:InvokeFunction",
      FunctionName: { Ref: "List" },
      Principal: "apigateway.amazonaws.com",
      SourceArn: {
        "Fn::Sub": [
          "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/GET/orders/*",
          { __ApiId__: { Ref: "ServerlessRestApi" }, __Stage__: "*" },
        ],
      },
    });
    const paths = resources.ServerlessRestApi?.Properties;
    expect(paths).toHaveProperty(["Body", "paths", "/orders/{id}/", "get", integration, "uri"], {
      "Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${List.Arn}/invocations",
    });
  });

  it("invokes the alias where there is one, and streams if asked", () => {
    const event = apiEvent("/orders", "any", { ResponseTransferMode: "RESPONSE_STREAM" });
    const { resources } = expandResources({ List: functionWith({ Get: event }, { AutoPublishAlias: "live" }) });
    const method = ["Body", "paths", "/orders", "x-amazon-apigateway-any-method", integration];
    expect(resources.ServerlessRestApi?.Properties).toHaveProperty([...method, "responseTransferMode"], "STREAM");
    expect(resources.ServerlessRestApi?.Properties).toHaveProperty([...method, "uri"], {
      "Fn::Sub":
        "arn:aws:apigateway:${AWS::Region}:lambda:path/2021-11-15/functions/${ListAliaslive}/response-streaming-invocations",
    });
  });

  it("puts method and integration under the function's condition", () => {
    const { resources } = expandResources({
      Orders: restApi(),
      List: functionWith({ Get: apiEvent("/orders", "get", toOrders) }, {}, { Condition: "IsProd" }),
    });
    const path = resources.Orders?.Properties;
    expect(path).toHaveProperty(
      ["Body", "paths", "/orders", "Fn::If"],
      [
        "IsProd",
        { get: { "Fn::If": ["IsProd", expect.anything(), { Ref: "AWS::NoValue" }] } },
        { Ref: "AWS::NoValue" },
      ],
    );
  });

  it("invokes with a role where IAM authorises the caller", () => {
    const credentials = (auth: object) => {
      const event = apiEvent("/orders", "get", { Auth: { Authorizer: "AWS_IAM", ...auth } });
      const { resources } = expandResources({ List: functionWith({ Get: event }) });
      return JSON.stringify(resources.ServerlessRestApi?.Properties).match(/"credentials":"([^"]*)"/)?.[1];
    };
    expect(credentials({})).toBe("arn:aws:iam::*:user/*");
    expect(credentials({ InvokeRole: "arn:role" })).toBe("arn:role");
    expect(credentials({ InvokeRole: "NONE" })).toBeUndefined();
  });

  it("merges into the template's own definition with MergeDefinitions", () => {
    const definition = {
      swagger: "2.0",
      info: { title: "orders" },
      paths: { "/orders": { get: { summary: "Lists", responses: { 200: {} } } } },
    };
    const { resources } = expandResources({
      Orders: restApi({ DefinitionBody: definition, MergeDefinitions: true }),
      List: functionWith({ Get: apiEvent("/orders", "get", toOrders) }),
    });
    expect(resources.Orders?.Properties).toMatchObject({
      Body: {
        paths: { "/orders": { get: { summary: "Lists", responses: {}, [integration]: { type: "aws_proxy" } } } },
      },
    });
  });

  it("leaves the template's own definition alone otherwise, but for OverrideApiAuth", () => {
    const paths = { "/orders": { get: { [integration]: { type: "aws_proxy" } } } };
    const body = (Auth: JsonObject) => {
      const { resources } = expandResources({
        Orders: restApi({ DefinitionBody: { swagger: "2.0", paths } }),
        List: functionWith({ Get: apiEvent("/orders", "get", { ...toOrders, Auth }) }),
      });
      return resources.Orders?.Properties;
    };
    expect(body({ ApiKeyRequired: true })).toMatchObject({ Body: { paths } });
    expect(body({ ApiKeyRequired: true, OverrideApiAuth: true })).toHaveProperty(
      ["Body", "paths", "/orders", "get", "security"],
      [{ api_key: [] }],
    );
  });

  it.each([
    ["a method that another event has", { A: apiEvent("/a", "get"), B: apiEvent("/a", "GET") }, "more than once"],
    ["an API that is not there", { A: apiEvent("/a", "get", { RestApiId: { Ref: "Nothing" } }) }, "RestApiId"],
    ["an unknown authorizer", { A: apiEvent("/a", "get", { Auth: { Authorizer: "X" } }) }, "Authorizers"],
    ["a missing path", { A: { Type: "Api", Properties: { Method: "get" } } }, "Path"],
  ])("refuses %s", (_, events, message) => {
    const { problems } = expandResources({ List: functionWith(events) });
    expect(problems).toMatchObject([{ logicalId: "List", severity: "error" }]);
    expect(problems[0]?.message).toContain(message);
  });
});
