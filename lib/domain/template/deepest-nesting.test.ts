import { expect, it } from "vitest";
import type { Json } from "../json";
import { isNestedTooDeeply } from "./deepest-nesting";

function nest(depth: number): Json {
  let value: Json = "x";
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

it.each([
  [0, false],
  [200, false],
  [202, true],
  [200_000, true],
])("a value %d levels deep: %s", (depth, tooDeep) => {
  expect(isNestedTooDeeply(nest(depth))).toBe(tooDeep);
});
