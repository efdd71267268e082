import { describe, expect, it } from "vitest";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import { addPreflight, type CorsSettings } from "./swagger-cors";
import { SwaggerEditor } from "./swagger-editor";

const none: CorsSettings = {
  allowOrigin: "'*'",
  allowHeaders: undefined,
  allowMethods: undefined,
  maxAge: undefined,
  allowCredentials: false,
};

function preflightOf(item: Parameters<typeof fromTemplate>[0], cors: Partial<CorsSettings>): string {
  const editor = new SwaggerEditor(fromTemplate({ swagger: "2.0", paths: { "/a": item } }));
  addPreflight(editor, "/a", { ...none, ...cors });
  return JSON.stringify(toValue(editor.paths));
}

describe("addPreflight", () => {
  it("allows the methods that the path has", () => {
    expect(preflightOf({ get: {}, post: {} }, {})).toContain(`Access-Control-Allow-Methods":"'GET,OPTIONS,POST'"`);
    expect(preflightOf({ "x-amazon-apigateway-any-method": {} }, {})).toContain(
      "'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'",
    );
  });

  it("says what is set, and a maximum age of zero as well", () => {
    const written = preflightOf({}, { allowHeaders: "'X-A'", maxAge: 0, allowCredentials: true });
    expect(written).toContain(`Access-Control-Allow-Headers":"'X-A'"`);
    expect(written).toContain(`Access-Control-Max-Age":0`);
    expect(written).toContain(`Access-Control-Allow-Credentials":"'true'"`);
    expect(preflightOf({}, {})).not.toContain("Max-Age");
  });

  it("leaves an OPTIONS method alone", () => {
    expect(preflightOf({ options: { summary: "own" } }, {})).toBe('{"/a":{"options":{"summary":"own"}}}');
  });
});
