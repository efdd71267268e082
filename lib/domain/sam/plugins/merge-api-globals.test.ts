import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandSam } from "../expand-sam";
import { restApi } from "../testing/api-resources";

const options = {
  parameters: {},
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "s",
} as const;

function expandShared(shared: JsonObject, api: JsonObject, floats = new Map<string, string>()) {
  const document = { Transform: "AWS::Serverless-2016-10-31", Globals: { Api: shared }, Resources: { Orders: api } };
  const { value, problems } = expandSam({ document, positions: { find: () => null }, floats }, options);
  return { body: JSON.parse(JSON.stringify(value?.document ?? {})).Resources?.Orders?.Properties?.Body, problems };
}

describe("Globals of REST APIs", () => {
  it("reach the definition", () => {
    const responses = { UNAUTHORIZED: { StatusCode: 401 } };
    const { body } = expandShared(
      { GatewayResponses: responses },
      restApi({ GatewayResponses: { ACCESS_DENIED: {} } }),
    );
    expect(Object.keys(body["x-amazon-apigateway-gateway-responses"]).sort()).toEqual([
      "ACCESS_DENIED",
      "UNAUTHORIZED",
    ]);
  });

  it("can be ignored", () => {
    const shared = { OpenApiVersion: "3.0.1" };
    expect(expandShared(shared, restApi()).body).toHaveProperty("openapi", "3.0.1");
    for (const IgnoreGlobals of ["*", ["OpenApiVersion"]]) {
      expect(expandShared(shared, restApi({}, { IgnoreGlobals })).body).toHaveProperty("swagger", "2.0");
    }
  });

  it("tell the version 3.0 from the number 3", () => {
    const floats = new Map([["Globals.Api.OpenApiVersion", "3.0"]]);
    expect(expandShared({ OpenApiVersion: 3 }, restApi(), floats).body).toHaveProperty("openapi", "3.0");
    expect(expandShared({ OpenApiVersion: 3 }, restApi()).problems).toMatchObject([{ logicalId: "Orders" }]);
  });
});
