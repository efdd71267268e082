import { describe, expect, it } from "vitest";
import type { ValueMap } from "../value";
import { readHttpAuthorizers, securitySchemeOf } from "./http-authorizer";

const jwt = { JwtConfiguration: { Issuer: "https://x", Audience: ["a"] }, IdentitySource: "$request.header.A" };
const lambda = { FunctionArn: "arn:fn", AuthorizerPayloadFormatVersion: "2.0" };

function schemeOf(config: ValueMap): ValueMap | undefined {
  const [authorizer] = readHttpAuthorizers("Orders", { Authorizers: { Check: config } });
  return authorizer && securitySchemeOf(authorizer, "aws");
}

describe("authorizers of an HTTP API", () => {
  it("read JWTs, their configuration in lower case", () => {
    expect(schemeOf(jwt)).toEqual({
      type: "oauth2",
      "x-amazon-apigateway-authorizer": {
        jwtConfiguration: { issuer: "https://x", audience: ["a"] },
        identitySource: "$request.header.A",
        type: "jwt",
      },
    });
  });

  it("ask functions", () => {
    const config = { ...lambda, EnableSimpleResponses: true, Identity: { Headers: ["A"], ReauthorizeEvery: 5 } };
    expect(schemeOf(config)).toMatchObject({
      name: "Unused",
      "x-amazon-apigateway-authorizer": {
        type: "request",
        authorizerPayloadFormatVersion: "2.0",
        enableSimpleResponses: true,
        identitySource: ["$request.header.A"],
        authorizerResultTtlInSeconds: 5,
      },
    });
  });

  it("may be IAM's", () => {
    const [iam] = readHttpAuthorizers("Orders", { EnableIamAuthorizer: true });
    expect(iam && securitySchemeOf(iam, "aws")).toMatchObject({ "x-amazon-apigateway-authtype": "awsSigv4" });
  });

  it.each([
    ["OpenIdConnectUrl", { ...jwt, OpenIdConnectUrl: "x" }],
    ["scopes for a function", { ...lambda, AuthorizationScopes: ["a"] }],
    ["a function for a JWT", { ...jwt, FunctionArn: "arn:fn" }],
    ["no identity source for a JWT", { JwtConfiguration: { issuer: "x" } }],
    ["no payload format", { FunctionArn: "arn:fn" }],
    ["scopes that are no list", { ...jwt, AuthorizationScopes: "a" }],
    ["a switch that is no boolean", { ...lambda, EnableFunctionDefaultPermissions: "yes" }],
  ])("are refused with %s", (_, config) => {
    expect(() => schemeOf(config)).toThrow(/Check/);
  });
});
