import { expect, it } from "vitest";
import { fromTemplate, toValue } from "../py27-hash/template-values";
import { unescapeMediaTypes } from "./binary-media-types";

it("restores slashes at any depth", () => {
  const types = ["image~1png", { "Fn::If": ["C", "a~1b", 3] }];
  expect(toValue(unescapeMediaTypes(fromTemplate(types)))).toEqual(["image/png", { "Fn::If": ["C", "a/b", 3] }]);
});
