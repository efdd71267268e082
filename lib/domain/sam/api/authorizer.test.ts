import { describe, expect, it } from "vitest";
import { isDict, PyDict } from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import type { ValueMap } from "../value";
import { iamAuthorizer, readAuthorizer, securityDefinitionOf } from "./authorizer";

function definitionOf(config: ValueMap): unknown {
  const read = fromTemplate(config);
  return toValue(
    securityDefinitionOf(readAuthorizer("Orders", "Check", isDict(read) ? read : PyDict.empty()), "aws-cn"),
  );
}

describe("authorizers of a REST API", () => {
  it("use user pools", () => {
    const Identity = { Header: "X-Auth", ValidationExpression: "^a$", ReauthorizeEvery: 3 };
    expect(definitionOf({ UserPoolArn: "arn:pool", Identity })).toEqual({
      type: "apiKey",
      name: "X-Auth",
      in: "header",
      "x-amazon-apigateway-authtype": "cognito_user_pools",
      "x-amazon-apigateway-authorizer": {
        type: "cognito_user_pools",
        providerARNs: ["arn:pool"],
        identityValidationExpression: "^a$",
      },
    });
  });

  it("use functions that read a token or the request", () => {
    const token = definitionOf({ FunctionArn: "arn:fn", FunctionInvokeRole: "arn:role" });
    expect(token).toMatchObject({
      name: "Authorization",
      "x-amazon-apigateway-authtype": "custom",
      "x-amazon-apigateway-authorizer": {
        type: "token",
        authorizerCredentials: "arn:role",
        authorizerUri: {
          "Fn::Sub": [expect.stringMatching(/^arn:aws-cn:apigateway:/), { __FunctionArn__: "arn:fn" }],
        },
      },
    });
    const Identity = { Headers: ["A"], QueryStrings: ["b"], Context: ["c"], ReauthorizeEvery: 0 };
    expect(definitionOf({ FunctionArn: "arn:fn", FunctionPayloadType: "REQUEST", Identity })).toMatchObject({
      name: "Unused",
      "x-amazon-apigateway-authorizer": {
        type: "request",
        authorizerResultTtlInSeconds: 0,
        identitySource: "method.request.header.A, method.request.querystring.b, context.c",
      },
    });
  });

  it("may be IAM's", () => {
    expect(toValue(securityDefinitionOf(iamAuthorizer("Orders"), "aws"))).toEqual({
      type: "apiKey",
      name: "Authorization",
      in: "header",
      "x-amazon-apigateway-authtype": "awsSigv4",
    });
  });

  it("need no identity without a cache", () => {
    expect(() => definitionOf({ FunctionPayloadType: "REQUEST", Identity: { ReauthorizeEvery: 0 } })).not.toThrow();
  });

  it.each([
    ["an unknown payload type", { FunctionPayloadType: "BODY" }],
    ["a request without identity", { FunctionPayloadType: "REQUEST" }],
    ["scopes that are no list", { AuthorizationScopes: "read" }],
    ["a switch that is no boolean", { DisableFunctionDefaultPermissions: "yes" }],
    ["an identity that is no map", { Identity: ["a"] }],
  ])("are refused with %s", (_, config) => {
    expect(() => definitionOf({ FunctionArn: "arn:fn", ...config })).toThrow(/Check/);
  });
});
