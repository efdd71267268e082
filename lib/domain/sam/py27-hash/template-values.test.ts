import { describe, expect, it } from "vitest";
import { printPython } from "./py-text";
import { isDict } from "./py-value";
import { fromTemplate, toValue } from "./template-values";

describe("values of the template", () => {
  it("go to and fro", () => {
    const value = { a: [1, null, { b: "c" }], "200": true };
    expect(toValue(fromTemplate(value))).toEqual(value);
  });

  it("keep the written order of number-like keys where it is known", () => {
    // Both keys want the same slot of the dict, so the first one written comes first.
    const written = (first: string) => (path: string) => ({ line: path === `R.${first}` ? 1 : 2, column: 1 });
    const orderFor = (first: string) => {
      const place = { path: "R", positions: { find: written(first) }, floats: new Map() };
      const dict = fromTemplate({ "1": 0, "9": 0 }, place);
      return isDict(dict) ? dict.keys() : [];
    };
    expect(orderFor("1")).toEqual(["1", "9"]);
    expect(orderFor("9")).toEqual(["9", "1"]);
  });

  it("tell floats from integers where the text does", () => {
    const place = { path: "R", positions: { find: () => null }, floats: new Map([["R.a", "2.0"]]) };
    expect(printPython(fromTemplate({ a: 2, b: 2 }, place))).toBe("{u'a': 2.0, u'b': 2}");
    expect(toValue(fromTemplate({ a: 2 }, place))).toEqual({ a: 2 });
  });
});
