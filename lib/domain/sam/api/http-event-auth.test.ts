import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { functionWith, httpApi, httpApiEvent } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const login = {
  JwtConfiguration: { issuer: "https://x" },
  IdentitySource: "$request.header.A",
  AuthorizationScopes: ["s"],
};
const api = { Authorizers: { Login: login }, DefaultAuthorizer: "Login" };

function securityOf(Auth: JsonObject, apiAuth: JsonObject = api): unknown {
  const event = httpApiEvent({ Path: "/orders", Method: "get", ApiId: { Ref: "Orders" }, Auth });
  const { resources, problems } = expandResources({
    Orders: httpApi({ Auth: apiAuth }),
    List: functionWith({ List: event }),
  });
  if (problems.length > 0) return problems;
  return JSON.parse(JSON.stringify(resources.Orders?.Properties)).Body.paths["/orders"].get.security;
}

describe("Auth of an event of an HTTP API", () => {
  it("takes scopes of its own for the default authorizer, and declines it", () => {
    expect(securityOf({ AuthorizationScopes: ["a"] })).toEqual([{ Login: ["a"] }]);
    expect(securityOf({ Authorizer: "Login" })).toEqual([{ Login: ["s"] }]);
    expect(securityOf({ Authorizer: "NONE" })).toEqual([{ NONE: [] }]);
  });

  it("may be IAM where the API enables it", () => {
    expect(securityOf({ Authorizer: "AWS_IAM" }, { EnableIamAuthorizer: true })).toEqual([{ AWS_IAM: [] }]);
    expect(securityOf({ Authorizer: "AWS_IAM" })).toMatchObject([{ logicalId: "List" }]);
  });

  it.each([
    ["an authorizer that the API does not define", { Authorizer: "Other" }, undefined],
    ["NONE where there is no default", { Authorizer: "NONE" }, { Authorizers: { Login: login } }],
    ["scopes that are no list", { AuthorizationScopes: "a" }, undefined],
    ["an authorizer that is no text", { Authorizer: { Ref: "Login" } }, undefined],
  ])("is refused with %s", (_, auth, apiAuth) => {
    expect(securityOf(auth, apiAuth)).toMatchObject([{ logicalId: "List", severity: "error" }]);
  });
});
