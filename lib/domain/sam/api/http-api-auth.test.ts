import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { httpApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const login = { JwtConfiguration: { issuer: "https://x" }, IdentitySource: "$request.header.A" };
const integrated = { "x-amazon-apigateway-integration": { type: "aws_proxy" } };
const body = { openapi: "3.0.1", paths: { $default: { "x-amazon-apigateway-any-method": integrated } } };

function bodyWith(properties: JsonObject): unknown {
  const { resources, problems } = expandResources({ Orders: httpApi(properties) });
  return problems.length > 0 ? problems : JSON.parse(JSON.stringify(resources.Orders?.Properties)).Body;
}

describe("Auth of an HTTP API", () => {
  it("defines authorizers and a default", () => {
    const auth = { Authorizers: { Login: { ...login, AuthorizationScopes: ["s"] } }, DefaultAuthorizer: "Login" };
    expect(bodyWith({ DefinitionBody: body, Auth: auth })).toMatchObject({
      components: { securitySchemes: { Login: { type: "oauth2" } } },
      paths: { $default: { "x-amazon-apigateway-any-method": { security: [{ Login: ["s"] }] } } },
    });
  });

  it("has no default where the default is AWS::NoValue", () => {
    const auth = { Authorizers: { Login: login }, DefaultAuthorizer: { Ref: "AWS::NoValue" } };
    const written = JSON.stringify(bodyWith({ DefinitionBody: body, Auth: auth }));
    expect(written).toContain("securitySchemes");
    expect(written).not.toContain('"security":');
  });

  it.each([
    ["an unknown property", { Auth: { Default: "x" } }],
    ["a default that is not defined", { Auth: { DefaultAuthorizer: "x" } }],
    ["a default that is no text", { Auth: { DefaultAuthorizer: { Ref: "Login" } } }],
  ])("is refused with %s", (_, properties) => {
    expect(bodyWith(properties)).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
