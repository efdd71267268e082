import { describe, expect, it } from "vitest";
import { PyDict } from "../py27-hash/py-value";
import { fromTemplate, toValueMap } from "../py27-hash/template-values";
import { emptySwagger, isSwagger, SwaggerEditor } from "./swagger-editor";

describe("SwaggerEditor", () => {
  it("writes models in lower case, and refuses those without a type", () => {
    const editor = new SwaggerEditor(emptySwagger());
    editor.addModels(PyDict.of({ Order: PyDict.of({ type: "object" }) }));
    expect(toValueMap(editor.definition()).definitions).toEqual({ order: { type: "object" } });
    expect(() => editor.addModels(PyDict.of({ Order: PyDict.of({ title: "x" }) }))).toThrow();
  });

  it("keeps security definitions that the template has", () => {
    const own = { swagger: "2.0", paths: {}, securityDefinitions: { AWS_IAM: { type: "own" } } };
    const editor = new SwaggerEditor(fromTemplate(own));
    editor.addIamSecurityDefinition();
    editor.addApiKeySecurityDefinition();
    expect(toValueMap(editor.definition()).securityDefinitions).toEqual({
      AWS_IAM: { type: "own" },
      api_key: { type: "apiKey", name: "x-api-key", in: "header" },
    });
  });

  it("disables the endpoint in the definition, or in every server of OpenAPI 3", () => {
    const extension = { "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } };
    const disable = (definition: Parameters<typeof fromTemplate>[0]) => {
      const editor = new SwaggerEditor(fromTemplate(definition));
      editor.setDisableExecuteApiEndpoint(true);
      return toValueMap(editor.definition());
    };
    expect(disable({ swagger: "2.0", paths: {} })).toMatchObject(extension);
    expect(disable({ openapi: "3.0.1", paths: {} })).toMatchObject({ servers: [extension] });
    expect(disable({ openapi: "3.0.1", paths: {}, servers: [{ url: "x" }] })).toMatchObject({
      servers: [{ url: "x", ...extension }],
    });
  });
});

describe("isSwagger", () => {
  it("asks for a version and paths", () => {
    expect(isSwagger(emptySwagger())).toBe(true);
    expect(isSwagger(fromTemplate({ openapi: "3.0.1", paths: {} }))).toBe(true);
    expect(isSwagger(fromTemplate({ openapi: "2.0", paths: {} }))).toBe(false);
    expect(isSwagger(fromTemplate({ swagger: "2.0" }))).toBe(false);
    expect(isSwagger(null)).toBe(false);
  });
});
