import { describe, expect, it } from "vitest";
import { isDict, PyDict, TemplateText } from "../py27-hash/py-value";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import type { Value } from "../value";
import { mergeMethod } from "./merge-definitions";

const target = {
  eventId: "List",
  apiId: "Orders",
  path: new TemplateText("/a"),
  method: new TemplateText("get"),
  stage: "Prod",
};
const generated = fromTemplate({ paths: { "/a": { get: { responses: {}, security: [] } } } });

function merged(written: Value): Value {
  return toValue(mergeMethod(fromTemplate(written), isDict(generated) ? generated : PyDict.empty(), target));
}

describe("mergeMethod", () => {
  it("lays what is generated over what is written", () => {
    const written = { paths: { "/a": { get: { summary: "own", responses: { "200": {} } }, post: {} } } };
    expect(merged(written)).toEqual({
      paths: { "/a": { get: { summary: "own", responses: {}, security: [] }, post: {} } },
    });
    expect(merged({ paths: { "/b": {} } })).toEqual({
      paths: { "/a": { get: { responses: {}, security: [] } }, "/b": {} },
    });
  });

  it("adds nothing to a definition without paths, as the transform does not", () => {
    expect(merged({ paths: {} })).toEqual({ paths: {} });
  });

  it("names the API where a path is no map", () => {
    expect(() => merged({ paths: { "/a": "x" } })).toThrow(/DefinitionBody/);
  });
});
