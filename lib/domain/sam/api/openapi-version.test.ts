import { describe, expect, it } from "vitest";
import { isDict, PyDict } from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import type { Value } from "../value";
import { convertToOpenApi3 } from "./openapi-version";

function converted(definition: Value, requested?: string): Value {
  const dict = fromTemplate(definition);
  return toValue(convertToOpenApi3(isDict(dict) ? dict : PyDict.empty(), requested));
}

const version2Words = {
  securityDefinitions: { Login: {} },
  definitions: { order: { type: "object" } },
};
const version3Words = { components: { securitySchemes: { Login: {} }, schemas: { order: { type: "object" } } } };

describe("convertToOpenApi3", () => {
  it("moves what has another place in OpenAPI 3", () => {
    expect(converted({ openapi: "3.0.1", ...version2Words })).toEqual({ openapi: "3.0.1", ...version3Words });
    expect(converted(version2Words, "3.0")).toEqual(version3Words);
  });

  it("goes by the definition before the request", () => {
    expect(converted({ openapi: "3.0.1", ...version2Words }, "2.0")).toEqual({ openapi: "3.0.1", ...version3Words });
    expect(converted({ swagger: "2.0", ...version2Words }, "3.0")).toEqual({ swagger: "2.0", ...version2Words });
  });

  it("rewrites preflights", () => {
    const headers = { "Access-Control-Allow-Origin": { type: "string" } };
    const options = { consumes: [], produces: [], responses: { "200": { headers } } };
    expect(converted({ openapi: "3.0.1", paths: { "/a": { options } } })).toEqual({
      openapi: "3.0.1",
      paths: {
        "/a": {
          options: {
            responses: { "200": { headers: { "Access-Control-Allow-Origin": { schema: { type: "string" } } } } },
          },
        },
      },
    });
  });

  it("refuses responses that are no maps", () => {
    expect(() => converted({ openapi: "3.0.1", paths: { "/a": { options: { responses: "x" } } } })).toThrow();
  });
});
