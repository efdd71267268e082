import { describe, expect, it } from "vitest";
import { PyFloat } from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import { INTEGRATION, isOpenApi3, normalizeMethod } from "./definition-editor";
import { SwaggerEditor } from "./swagger-editor";

const integrated = { [INTEGRATION]: { type: "mock" } };

function edit(paths: Parameters<typeof fromTemplate>[0]): SwaggerEditor {
  return new SwaggerEditor(fromTemplate({ swagger: "2.0", paths }));
}

describe("DefinitionEditor", () => {
  it("finds integrations in every branch", () => {
    const editor = edit({
      "/a": { get: integrated, post: {} },
      "/b": { "Fn::If": ["C", { get: integrated }, { Ref: "AWS::NoValue" }] },
      "/c": { "Fn::If": ["C", { get: integrated }, {}] },
      "/d": { get: { "Fn::If": ["C", integrated, { Ref: "AWS::NoValue" }] } },
    });
    expect(["/a", "/b", "/d"].map((path) => editor.hasIntegration(path, "GET"))).toEqual([true, true, true]);
    expect(editor.hasIntegration("/a", "post")).toBe(false);
    expect(editor.hasIntegration("/c", "get")).toBe(false);
    expect(editor.hasIntegration("/z", "get")).toBe(false);
  });

  it("adds paths to every branch, and makes them conditional", () => {
    const editor = edit({ "/b": { "Fn::If": ["C", {}, {}] } });
    editor.addPath("/b", "any");
    editor.addPath("/n", "GET");
    editor.makePathConditional("/n", "IsProd");
    const any = { "x-amazon-apigateway-any-method": {} };
    expect(toValue(editor.paths)).toEqual({
      "/b": { "Fn::If": ["C", any, any] },
      "/n": { "Fn::If": ["IsProd", { get: {} }, { Ref: "AWS::NoValue" }] },
    });
  });

  it("sets timeouts of integrations", () => {
    const editor = edit({ "/a": { get: integrated, post: {} } });
    editor.setTimeout("/a", "get", 3000);
    expect(toValue(editor.paths)).toEqual({
      "/a": { get: { [INTEGRATION]: { type: "mock", timeoutInMillis: 3000 } }, post: {} },
    });
  });

  it("does not touch the definition that it was given", () => {
    const definition = fromTemplate({ swagger: "2.0", paths: {} });
    new SwaggerEditor(definition).addPath("/a", "get");
    expect(toValue(definition)).toEqual({ swagger: "2.0", paths: {} });
  });

  it("refuses paths that are no maps", () => {
    expect(() => edit({ "/a": "x" })).toThrow();
  });
});

describe("normalizeMethod and isOpenApi3", () => {
  it("read methods and versions as the transform does", () => {
    expect([normalizeMethod("GET"), normalizeMethod("Any")]).toEqual(["get", "x-amazon-apigateway-any-method"]);
    expect(["3.0", "3.0.1", new PyFloat(3)].map(isOpenApi3)).toEqual([true, true, true]);
    expect(["3", "2.0", 3, null].map(isOpenApi3)).toEqual([false, false, false, false]);
  });
});
