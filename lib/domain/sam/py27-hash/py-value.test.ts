import { describe, expect, it } from "vitest";
import { isEqual, isTruthy, PyDict, TemplateText } from "./py-value";
import { fromTemplate, toValue } from "./template-values";

describe("PyDict", () => {
  it("keeps the text that a key first was", () => {
    const dict = PyDict.empty();
    dict.set("a", 1);
    dict.set(new TemplateText("a"), 2);
    expect(dict.items()).toEqual([["a", 2]]);
  });

  it("swaps keys that want the same slot at every deep copy, as Python does", () => {
    const dict = PyDict.of({ get: 1, delete: 2 });
    expect(dict.keys()).toEqual(["delete", "get"]);
    expect(dict.deepCopy().keys()).toEqual(["get", "delete"]);
    expect(dict.deepCopy().deepCopy().keys()).toEqual(["delete", "get"]);
  });

  it("copies deeply", () => {
    const dict = PyDict.of({ inner: PyDict.of({ list: [1] }) });
    const copy = dict.deepCopy();
    dict.set("inner", 1);
    expect(toValue(copy)).toEqual({ inner: { list: [1] } });
  });

  it("updates, removes and answers like a dict", () => {
    const dict = PyDict.of({ a: 1 });
    dict.update(PyDict.of({ b: 2 }));
    dict.delete("a");
    expect(dict.has("a")).toBe(false);
    expect(dict.setDefault("b", 3)).toBe(2);
    expect(dict.setDefault("c", 3)).toBe(3);
    expect(dict.copy().keys().sort()).toEqual(["b", "c"]);
  });
});

describe("values", () => {
  it("compare without regard to order or origin of text", () => {
    expect(isEqual(fromTemplate({ a: "x", b: [1] }), PyDict.of({ b: [1], a: "x" }))).toBe(true);
    expect(isEqual(fromTemplate({ a: "x" }), PyDict.of({ a: "y" }))).toBe(false);
    expect(isEqual(null, fromTemplate({}))).toBe(false);
  });

  it("are true or false as in Python", () => {
    expect([0, "", null, false, undefined, new TemplateText("")].some(isTruthy)).toBe(false);
    expect(isTruthy([]) || isTruthy(PyDict.empty())).toBe(false);
    expect(isTruthy("0")).toBe(true);
  });
});
