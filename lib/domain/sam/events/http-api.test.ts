import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith, httpApi, httpApiEvent } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const integration = "x-amazon-apigateway-integration";

function pathsOf(resource: JsonObject | undefined): unknown {
  return JSON.parse(JSON.stringify(resource?.Properties ?? {})).Body?.paths;
}

describe("event HttpApi", () => {
  it("takes every request where it says nothing", () => {
    const { resources } = expandResources({ Shop: functionWith({ All: { Type: "HttpApi" } }) });
    expect(pathsOf(resources.ServerlessHttpApi)).toMatchObject({
      $default: { "x-amazon-apigateway-any-method": { isDefaultRoute: true, [integration]: { type: "aws_proxy" } } },
    });
    expect(resources.ShopAllPermission?.Properties).toMatchObject({
      SourceArn: {
        "Fn::Sub": [
          "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/*",
          { __ApiId__: { Ref: "ServerlessHttpApi" } },
        ],
      },
    });
  });

  it("needs no second permission beside the default route of the same function", () => {
    const { resources } = expandResources({
      Shop: functionWith({ All: { Type: "HttpApi" }, One: httpApiEvent({ Path: "/one", Method: "get" }) }),
    });
    expect(resources).not.toHaveProperty("ShopOnePermission");
  });

  it("describes path parameters, timeout and payload format", () => {
    const event = httpApiEvent({
      Path: "/orders/{id}",
      Method: "GET",
      TimeoutInMillis: 3000,
      PayloadFormatVersion: "1.0",
    });
    const { resources } = expandResources({ Shop: functionWith({ Get: event }) });
    expect(pathsOf(resources.ServerlessHttpApi)).toMatchObject({
      "/orders/{id}": {
        get: {
          parameters: [{ name: "id", in: "path", required: true }],
          [integration]: { timeoutInMillis: 3000, payloadFormatVersion: "1.0" },
        },
      },
    });
  });

  it("adds its route settings to the API's stage", () => {
    const event = httpApiEvent({ Path: "/orders", Method: "get", RouteSettings: { ThrottlingBurstLimit: 5 } });
    const { resources } = expandResources({ Shop: functionWith({ Get: event }) });
    expect(resources.ServerlessHttpApiApiGatewayDefaultStage?.Properties).toMatchObject({
      RouteSettings: { "GET /orders": { ThrottlingBurstLimit: 5 } },
    });
  });

  it("chooses an authorizer of the API, or none", () => {
    const Auth = {
      DefaultAuthorizer: "Login",
      Authorizers: {
        Login: {
          JwtConfiguration: { Issuer: "https://x" },
          IdentitySource: "$request.header.Auth",
          AuthorizationScopes: ["a"],
        },
      },
    };
    const event = (auth: JsonObject, path: string) =>
      httpApiEvent({ Path: path, Method: "get", ApiId: { Ref: "Orders" }, Auth: auth });
    const { resources } = expandResources({
      Orders: httpApi({ Auth }),
      Shop: functionWith({ A: event({ AuthorizationScopes: ["b"] }, "/a"), B: event({ Authorizer: "NONE" }, "/b") }),
    });
    expect(pathsOf(resources.Orders)).toMatchObject({
      "/a": { get: { security: [{ Login: ["b"] }] } },
      "/b": { get: { security: [{ NONE: [] }] } },
    });
  });

  it.each([
    [
      "authorization that the API does not have",
      { Path: "/a", Method: "get", Auth: { Authorizer: "X" } },
      "Authorizers",
    ],
    [
      "authorization without an authorizer",
      { Path: "/a", Method: "get", Auth: { AuthorizationScopes: ["a"] } },
      "Authorizer",
    ],
    ["a path without a method", { Path: "/a" }, "Method"],
  ])("refuses %s", (_, properties, message) => {
    const { problems } = expandResources({ Shop: functionWith({ A: httpApiEvent(properties) }) });
    expect(problems).toMatchObject([{ logicalId: "Shop", severity: "error" }]);
    expect(problems[0]?.message).toContain(message);
  });
});
