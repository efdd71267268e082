import { describe, expect, it } from "vitest";
import { SamFault } from "./fault";
import {
  boolean,
  checkProperties,
  enumOf,
  integer,
  listOf,
  map,
  mapOf,
  oneOf,
  optional,
  optionalStrict,
  passThrough,
  required,
  text,
} from "./property";
import type { Value, ValueMap } from "./value";

const table = {
  Name: required(text),
  Size: optional(integer),
  Kind: optional(enumOf("a", "b")),
  Tags: optional(mapOf(text)),
  Layers: optional(listOf(oneOf(text, map))),
  Strict: optionalStrict(boolean),
  Anything: passThrough,
};
const check = (properties: ValueMap) => () => checkProperties("Orders", "A", properties, table);

describe("checkProperties", () => {
  it.each<[ValueMap]>([
    [{ Name: "x" }],
    [{ Name: { Ref: "Any" }, Size: { a: 1 } }],
    [{ Name: "x", Size: 3, Kind: "b", Tags: { a: "b" }, Layers: ["a", { b: 1 }], Strict: true, Anything: [null] }],
    [{ Name: "x", Size: null }],
  ])("accepts %j", (properties) => {
    expect(check(properties)).not.toThrow();
  });

  it.each<[Record<string, Value>]>([
    [{}],
    [{ Name: null }],
    [{ Name: 5 }],
    [{ Name: "x", Size: "3" }],
    [{ Name: "x", Size: 1.5 }],
    [{ Name: "x", Kind: "c" }],
    [{ Name: "x", Tags: { a: 1, b: 2 } }],
    [{ Name: "x", Layers: [1] }],
    [{ Name: "x", Strict: { Ref: "Any" } }],
    [{ Name: "x", Unknown: 1 }],
  ])("refuses %j", (properties) => {
    expect(check(properties)).toThrow(SamFault);
  });
});
