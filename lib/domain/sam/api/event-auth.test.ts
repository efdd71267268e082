import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const authorizers = { Check: { UserPoolArn: "arn:pool", AuthorizationScopes: ["read"] } };

function expandAuth(Auth: JsonObject, api: JsonObject = { Authorizers: authorizers }) {
  const event = apiEvent("/orders", "get", { RestApiId: { Ref: "Orders" }, Auth });
  const { resources, problems } = expandResources({
    Orders: restApi({ Auth: api }),
    List: functionWith({ List: event }),
  });
  return problems.length > 0 ? problems : JSON.parse(JSON.stringify(resources.Orders?.Properties)).Body;
}

describe("Auth of an event", () => {
  it("chooses an authorizer with its scopes, or none of the API's", () => {
    const security = (auth: JsonObject, api?: JsonObject) => expandAuth(auth, api).paths["/orders"].get.security;
    expect(security({ Authorizer: "Check" })).toEqual([{ Check: ["read"] }]);
    expect(security({ Authorizer: "Check", AuthorizationScopes: ["a"] })).toEqual([{ Check: ["a"] }]);
    expect(security({ Authorizer: "NONE" }, { Authorizers: authorizers, DefaultAuthorizer: "Check" })).toEqual([
      { NONE: [] },
    ]);
    expect(security({ Authorizer: "AWS_IAM" })).toEqual([{ AWS_IAM: [] }]);
  });

  it("asks for or declines an API key", () => {
    expect(expandAuth({ ApiKeyRequired: true }).securityDefinitions).toHaveProperty("api_key");
    expect(expandAuth({ ApiKeyRequired: false }, { ApiKeyRequired: true }).paths["/orders"].get.security).toEqual([]);
  });

  it("adds a resource policy for its method", () => {
    const policy = { AwsAccountBlacklist: ["123456789012"], CustomStatements: { Effect: "Allow" } };
    expect(expandAuth({ ResourcePolicy: policy })["x-amazon-apigateway-policy"].Statement).toMatchObject([
      { Effect: "Deny", Resource: [{ "Fn::Sub": ["execute-api:/${__Stage__}/GET/orders", { __Stage__: "Prod" }] }] },
      { Effect: "Allow" },
    ]);
  });

  it.each([
    ["an authorizer that the API does not define", { Authorizer: "Other" }, undefined],
    ["an authorizer of an API without any", { Authorizer: "Check" }, { ApiKeyRequired: true }],
    ["NONE where there is no default", { Authorizer: "NONE" }, undefined],
    ["scopes without an authorizer", { AuthorizationScopes: ["read"] }, undefined],
    ["scopes that are no list", { Authorizer: "Check", AuthorizationScopes: "read" }, undefined],
    ["a declined key that nobody asks for", { ApiKeyRequired: false }, undefined],
  ])("is refused with %s", (_, auth, api) => {
    expect(expandAuth(auth, api)).toMatchObject([{ logicalId: "List", severity: "error" }]);
  });
});
