import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { apiEvent, functionWith, restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

function expandRequest(properties: JsonObject, api: JsonObject = { Models: { Order: { type: "object" } } }) {
  const event = apiEvent("/orders", "post", { RestApiId: { Ref: "Orders" }, ...properties });
  const { resources, problems } = expandResources({ Orders: restApi(api), Add: functionWith({ Add: event }) });
  return problems.length > 0 ? problems : resources.Orders?.Properties;
}

describe("requests that an event describes", () => {
  it("have a model, which may be validated", () => {
    expect(expandRequest({ RequestModel: { Model: "Order", ValidateParameters: true } })).toMatchObject({
      Body: {
        "x-amazon-apigateway-request-validators": { "params-only": {} },
        paths: { "/orders": { post: { parameters: [{ name: "order" }] } } },
      },
    });
  });

  it("have parameters", () => {
    const RequestParameters = ["method.request.header.X-A", { "method.request.path.id": { Required: true } }];
    expect(expandRequest({ RequestParameters })).toMatchObject({
      Body: {
        paths: {
          "/orders": {
            post: {
              parameters: [
                { in: "header", name: "X-A", required: false },
                { in: "path", name: "id", required: true },
              ],
            },
          },
        },
      },
    });
  });

  it.each([
    ["a model that the API does not define", { RequestModel: { Model: "Cart" } }, undefined],
    ["a model where the API defines none", { RequestModel: { Model: "Order" } }, {}],
    ["a validation that is no boolean", { RequestModel: { Model: "Order", ValidateBody: "yes" } }, undefined],
    ["a parameter with another name", { RequestParameters: ["header.X-A"] }, undefined],
    [
      "unknown settings of a parameter",
      { RequestParameters: [{ "method.request.header.A": { Needed: true } }] },
      undefined,
    ],
    ["a parameter that is a number", { RequestParameters: [5] }, undefined],
  ])("are refused with %s", (_, properties, api) => {
    expect(expandRequest(properties, api)).toMatchObject([{ logicalId: "Add", severity: "error" }]);
  });
});
