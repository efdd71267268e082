import { describe, expect, it } from "vitest";
import { fromTemplate, toValueMap } from "../py27-hash/template-values";
import { INTEGRATION } from "./definition-editor";
import { SwaggerEditor } from "./swagger-editor";
import { addRequestModel, addRequestParameters, addRequestValidator } from "./swagger-requests";

function edited(version: object, change: (editor: SwaggerEditor) => void): unknown {
  const paths = { "/a": { post: { [INTEGRATION]: { type: "mock" } } } };
  const editor = new SwaggerEditor(fromTemplate({ ...version, paths }));
  change(editor);
  return toValueMap(editor.definition());
}
const version2 = { swagger: "2.0" };
const version3 = { openapi: "3.0.1" };

describe("requests of a method", () => {
  it("take a model as body, in the words of either version", () => {
    const add = (editor: SwaggerEditor) => addRequestModel(editor, "/a", "post", "Order", true);
    expect(edited(version2, add)).toMatchObject({
      paths: {
        "/a": {
          post: {
            parameters: [{ in: "body", name: "order", schema: { $ref: "#/definitions/order" }, required: true }],
          },
        },
      },
    });
    expect(edited(version3, add)).toMatchObject({
      paths: {
        "/a": {
          post: {
            requestBody: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/order" } } },
              required: true,
            },
          },
        },
      },
    });
  });

  it.each([
    [true, true, "body-and-params"],
    [true, false, "body-only"],
    [false, true, "params-only"],
    [false, false, "no-validation"],
  ])("are validated (body %s, parameters %s)", (body, parameters, name) => {
    expect(edited(version2, (editor) => addRequestValidator(editor, "/a", "post", body, parameters))).toMatchObject({
      "x-amazon-apigateway-request-validators": {
        [name]: { validateRequestBody: body, validateRequestParameters: parameters },
      },
      paths: { "/a": { post: { "x-amazon-apigateway-request-validator": name } } },
    });
  });

  it("take parameters, which may be keys of the cache", () => {
    const page = { name: "method.request.querystring.page", required: true, caching: true };
    expect(edited(version2, (editor) => addRequestParameters(editor, "/a", "post", [page]))).toMatchObject({
      paths: {
        "/a": {
          post: {
            parameters: [{ in: "query", name: "page", required: true, type: "string" }],
            [INTEGRATION]: { cacheKeyParameters: ["method.request.querystring.page"] },
          },
        },
      },
    });
  });
});
