import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

function expandAuth(Auth: JsonObject) {
  return expandResources({
    Orders: restApi({ Auth, Cors: "'*'" }),
    List: functionWith({ List: apiEvent("/orders", "get", { RestApiId: { Ref: "Orders" } }) }),
  });
}
const lambda = { Authorizers: { Check: { FunctionArn: "arn:aws:lambda:x" } } };

describe("Auth of a REST API", () => {
  it("defines authorizers, and permits their functions", () => {
    const { resources } = expandAuth(lambda);
    expect(resources.Orders?.Properties).toHaveProperty("Body.securityDefinitions.Check.in", "header");
    expect(resources.OrdersCheckAuthorizerPermission?.Properties).toMatchObject({ FunctionName: "arn:aws:lambda:x" });
    const silent = { Authorizers: { Check: { ...lambda.Authorizers.Check, DisableFunctionDefaultPermissions: true } } };
    expect(expandAuth(silent).resources).not.toHaveProperty("OrdersCheckAuthorizerPermission");
  });

  it("secures every method by default, preflights on demand only", () => {
    const security = (extra: JsonObject) => {
      const paths = expandAuth({ ...lambda, DefaultAuthorizer: "Check", ...extra }).resources.Orders?.Properties;
      return JSON.stringify(paths).split('"security":[{"Check":[]}]').length - 1;
    };
    expect(security({})).toBe(2);
    expect(security({ AddDefaultAuthorizerToCorsPreflight: false })).toBe(1);
  });

  it("asks for API keys and writes a resource policy", () => {
    const { resources } = expandAuth({ ApiKeyRequired: true, ResourcePolicy: { IpRangeBlacklist: ["10.0.0.1"] } });
    expect(resources.Orders?.Properties).toHaveProperty("Body.securityDefinitions.api_key");
    expect(resources.Orders?.Properties).toHaveProperty(["Body", "x-amazon-apigateway-policy", "Statement"]);
  });

  it.each([
    ["an unknown property", { Authorizer: "Check" }],
    ["a default that is not defined", { ...lambda, DefaultAuthorizer: "Other" }],
    ["a default that is no text", { ...lambda, DefaultAuthorizer: { Ref: "Check" } }],
    ["authorizers that are no map", { Authorizers: ["Check"] }],
    ["an authorizer that is no map", { Authorizers: { Check: "arn" } }],
  ])("is refused with %s", (_, auth) => {
    expect(expandAuth(auth).problems).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
