import { describe, expect, it } from "vitest";
import { SamFault } from "./fault";
import {
  booleanShape,
  enumShape,
  fields,
  integerShape,
  listShape,
  mapShape,
  numberShape,
  optionalField,
  orIntrinsic,
  requiredField,
  textShape,
} from "./shape";

const place = { logicalId: "It", path: "" };
const shape = fields({
  Name: requiredField(textShape),
  Sizes: optionalField(listShape(integerShape)),
  Kinds: optionalField(mapShape(enumShape("a", "b"))),
  On: optionalField(booleanShape),
  Share: optionalField(orIntrinsic(numberShape)),
});

describe("shapes", () => {
  it("read what fits, coerced as the transform's schema does", () => {
    const value = { Name: 7, Sizes: ["1", 2.9, true], Kinds: { x: "a" }, On: "yes", Share: "0.5" };
    expect(shape(value, place)).toEqual({ Name: "7", Sizes: [1, 2, 1], Kinds: { x: "a" }, On: true, Share: 0.5 });
  });

  it("leave out what is null, and let intrinsics through where they may stand", () => {
    expect(shape({ Name: "n", On: null, Share: { Ref: "P" } }, place)).toEqual({ Name: "n", Share: { Ref: "P" } });
  });

  it("take a list of pairs for a map", () => {
    expect(shape([["Name", "n"]], place)).toEqual({ Name: "n" });
  });

  it.each([
    [{}, "'Name' is required"],
    [{ Name: ["n"] }, "'Name' must be a string"],
    [{ Name: "n", Nmae: 1 }, "'Nmae' is no property"],
    [{ Name: "n", Sizes: ["1.5"] }, "'Sizes.0' must be an integer"],
    [{ Name: "n", Kinds: { x: "c" } }, "'Kinds.x' must be one of a, b"],
    [{ Name: "n", On: "perhaps" }, "'On' must be true or false"],
    [{ Name: "n", Share: "many" }, "'Share' must be a number"],
    ["text", "must be a map"],
  ])("refuse %j and say where", (value, message) => {
    expect(() => shape(value, place)).toThrow(SamFault);
    expect(() => shape(value, place)).toThrow(message);
  });
});
