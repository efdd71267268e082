import { describe, expect, it } from "vitest";
import { PyDict, type PyValue } from "../py27-hash/py-value";
import { fromTemplate, toValueMap } from "../py27-hash/template-values";
import { mapEntryOf, type Value } from "../value";
import { INTEGRATION } from "./definition-editor";
import { SwaggerEditor } from "./swagger-editor";
import { applyDefaultApiKey, applyDefaultAuthorizer, applyMethodAuth } from "./swagger-security";

const scopes = new Map<string, PyValue>([
  ["Login", ["read"]],
  ["Other", []],
]);

/** The security of `GET /a`, which begins as given, after the change. */
function securityAfter(security: Value | undefined, change: (editor: SwaggerEditor) => void, method = "get"): unknown {
  const definition = { [INTEGRATION]: { type: "mock" }, ...(security === undefined ? {} : { security }) };
  const editor = new SwaggerEditor(fromTemplate({ swagger: "2.0", paths: { "/a": { [method]: definition } } }));
  change(editor);
  const item = mapEntryOf(mapEntryOf(toValueMap(editor.definition()), "paths"), "/a");
  return mapEntryOf(item, method)?.security;
}

describe("applyDefaultAuthorizer", () => {
  const apply = (security?: Value, method = "get", preflight = true) =>
    securityAfter(security, (editor) => applyDefaultAuthorizer(editor, "/a", "Login", scopes, preflight), method);

  it("secures methods that say nothing, beside what is no authorizer", () => {
    expect(apply()).toEqual([{ Login: ["read"] }]);
    expect(apply([{ api_key: [] }])).toEqual([{ api_key: [] }, { Login: ["read"] }]);
  });

  it("respects a method's own authorizer, and NONE", () => {
    expect(apply([{ Other: [] }])).toEqual([{ Other: [] }]);
    expect(apply([{ NONE: [] }, { api_key: [] }])).toEqual([{ api_key: [] }]);
  });

  it("leaves preflights out on demand", () => {
    expect(apply(undefined, "options", false)).toBeUndefined();
  });

  it("refuses security that is no list of maps", () => {
    expect(() => apply("x")).toThrow();
    expect(() => apply(["x"])).toThrow();
  });
});

describe("applyDefaultApiKey", () => {
  const apply = (security?: Value, method = "get", preflight = true) =>
    securityAfter(security, (editor) => applyDefaultApiKey(editor, "/a", preflight), method);

  it("asks for a key unless the method declines, or is an exempt preflight", () => {
    expect(apply()).toEqual([{ api_key: [] }]);
    expect(apply([{ api_key: [] }, { Login: [] }])).toEqual([{ Login: [] }, { api_key: [] }]);
    expect(apply([{ api_key_false: [] }])).toEqual([]);
    expect(apply(undefined, "options", false)).toBeUndefined();
  });
});

describe("applyMethodAuth", () => {
  const authorizers = fromTemplate({ Login: { AuthorizationScopes: ["read"] } });
  const apply = (auth: Parameters<typeof fromTemplate>[0]) =>
    securityAfter(undefined, (editor) => {
      const settings = fromTemplate(auth);
      applyMethodAuth(editor, "/a", "get", settings instanceof PyDict ? settings : PyDict.empty(), authorizers);
    });

  it("takes the scopes of the event, or the authorizer's own", () => {
    expect(apply({ Authorizer: "Login" })).toEqual([{ Login: ["read"] }]);
    expect(apply({ Authorizer: "Login", AuthorizationScopes: ["write"] })).toEqual([{ Login: ["write"] }]);
  });

  it("marks a declined API key", () => {
    expect(apply({ ApiKeyRequired: false })).toEqual([{ api_key_false: [] }]);
  });
});
