import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { httpApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const integrated = { "x-amazon-apigateway-integration": { type: "aws_proxy" } };
const body = { openapi: "3.0.1", paths: { $default: { "x-amazon-apigateway-any-method": integrated } } };

function bodyWith(properties: JsonObject): unknown {
  const { resources, problems } = expandResources({ Orders: httpApi(properties) });
  return problems.length > 0 ? problems : JSON.parse(JSON.stringify(resources.Orders?.Properties)).Body;
}

describe("the definition of an HTTP API", () => {
  it("takes tags, name, description and the endpoint's switch", () => {
    expect(
      bodyWith({ Tags: { A: "b" }, Name: "orders", Description: "all", DisableExecuteApiEndpoint: true }),
    ).toMatchObject({
      info: { title: "orders", description: "all" },
      tags: [{ name: "A", "x-amazon-apigateway-tag-value": "b" }, { name: "httpapi:createdBy" }],
      servers: [{ "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } }],
    });
  });

  it("renames the default path where warnings are failures", () => {
    expect(bodyWith({ DefinitionBody: body, FailOnWarnings: true })).toHaveProperty(["paths", "/$default"]);
  });

  it.each([
    ["two sources", { DefinitionBody: body, DefinitionUri: "s3://b/k" }],
    ["a second title", { DefinitionBody: { ...body, info: { title: "own" } }, Name: "orders" }],
    ["a second description", { DefinitionBody: { ...body, info: { description: "own" } }, Description: "x" }],
    ["CORS for a file", { DefinitionUri: "s3://b/k", CorsConfiguration: true }],
    ["tags for OpenAPI 2", { DefinitionBody: { openapi: "2.0", paths: {} }, Tags: { A: "b" } }],
  ])("is refused with %s", (_, properties) => {
    expect(bodyWith(properties)).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
