import { describe, expect, it } from "vitest";
import { PyDict } from "../py27-hash/py-value";
import { fromTemplate, toValueMap } from "../py27-hash/template-values";
import type { Value } from "../value";
import { ANY_METHOD, INTEGRATION } from "./definition-editor";
import { emptyOpenApi, isDefaultTitle, isOpenApi, OpenApiEditor } from "./openapi-editor";

function edited(definition: Value, change: (editor: OpenApiEditor) => void): unknown {
  const editor = new OpenApiEditor(fromTemplate(definition));
  change(editor);
  return toValueMap(editor.definition());
}
const empty = { openapi: "3.0.1", paths: {} };

describe("OpenApiEditor", () => {
  it("adds an integration where there is none", () => {
    const add = (editor: OpenApiEditor) => {
      editor.addLambdaIntegration("$default", ANY_METHOD, "arn", "IsProd");
      editor.addLambdaIntegration("$default", ANY_METHOD, "other", undefined);
    };
    expect(edited(empty, add)).toMatchObject({
      paths: {
        $default: {
          [ANY_METHOD]: { "Fn::If": ["IsProd", { isDefaultRoute: true, [INTEGRATION]: { type: "aws_proxy" } }, {}] },
        },
      },
    });
  });

  it("knows whether a function takes a route alone", () => {
    const uri = { "Fn::Sub": "arn:x:functions/${Shop.Arn}/invocations" };
    const editor = new OpenApiEditor(
      fromTemplate({ openapi: "3.0.1", paths: { $default: { [ANY_METHOD]: { [INTEGRATION]: { uri } } } } }),
    );
    expect(editor.integratesOnly("$default", ANY_METHOD, "Shop")).toBe(true);
    expect(editor.integratesOnly("$default", ANY_METHOD, "Other")).toBe(false);
    expect(editor.integratesOnly("/a", "get", "Shop")).toBe(false);
  });

  it("gives tags of the definition a new value", () => {
    const tags = [{ name: "Team", description: "own" }];
    expect(edited({ ...empty, tags }, (editor) => editor.setTags(PyDict.of({ Team: "a", Env: "b" })))).toMatchObject({
      tags: [
        { name: "Team", description: "own", "x-amazon-apigateway-tag-value": "a" },
        { name: "Env", "x-amazon-apigateway-tag-value": "b" },
      ],
    });
    expect(() =>
      edited({ ...empty, tags: { a: "b" } }, (editor) => editor.setTags(PyDict.of({ Team: "a" }))),
    ).toThrow();
  });

  it("secures methods that have no security of their own, preflights aside", () => {
    const method = { [INTEGRATION]: { type: "x" } };
    const paths = {
      "/a": { get: method, post: { ...method, security: [{ Own: [] }] }, options: method, parameters: [] },
    };
    expect(
      edited({ openapi: "3.0.1", paths }, (editor) => editor.applyDefaultAuthorizer("/a", "Login", ["s"])),
    ).toMatchObject({
      paths: { "/a": { get: { security: [{ Login: ["s"] }] }, post: { security: [{ Own: [] }] }, options: method } },
    });
  });

  it("completes path parameters", () => {
    const paths = { "/{id}": { get: { [INTEGRATION]: { type: "x" }, parameters: [{ name: "id", schema: {} }] } } };
    const add = (editor: OpenApiEditor) => editor.addPathParameters("/{id}", "get", ["id", "other"]);
    expect(edited({ openapi: "3.0.1", paths }, add)).toMatchObject({
      paths: {
        "/{id}": { get: { parameters: [{ name: "id", schema: {}, in: "path", required: true }, { name: "other" }] } },
      },
    });
  });

  it("writes over CORS settings of the definition", () => {
    const cors = { allowOrigins: ["a"], maxAge: 3 };
    const set = (editor: OpenApiEditor) => editor.setCors(PyDict.of({ allowOrigins: ["b"] }));
    expect(edited({ ...empty, "x-amazon-apigateway-cors": cors }, set)).toMatchObject({
      "x-amazon-apigateway-cors": { allowOrigins: ["b"], maxAge: 3 },
    });
  });
});

describe("isOpenApi", () => {
  it("asks for version 3 and paths", () => {
    expect(isOpenApi(emptyOpenApi())).toBe(true);
    expect(isOpenApi(fromTemplate({ swagger: "2.0", paths: {} }))).toBe(false);
    expect(isDefaultTitle(fromTemplate({ Ref: "AWS::StackName" }))).toBe(true);
  });
});
