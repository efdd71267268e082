import { expect, it } from "vitest";
import { hashedLogicalId, suffixedLogicalId } from "./logical-id";
import { sha1Hex } from "./sha1";

it("puts ten digits of a hash behind the prefix, the same for the same data in any order", () => {
  const id = hashedLogicalId("Orders", { b: [1, true, null], a: "é" });
  expect(id).toBe(`Orders${sha1Hex('{"a":"\\u00e9","b":[1,true,null]}').slice(0, 10)}`);
  expect(hashedLogicalId("Orders", { a: "é", b: [1, true, null] })).toBe(id);
});

it.each([[undefined], [""], [{}], [null]])("leaves the prefix alone for %j", (data) => {
  expect(hashedLogicalId("Orders", data)).toBe("Orders");
});

it("takes a known hash in place of its own", () => {
  expect(hashedLogicalId("Orders", "x", "0123456789abcdef")).toBe("Orders0123456789");
});

it("keeps a suffix of letters and digits, and hashes any other", () => {
  expect(suffixedLogicalId("Orders", "Prod")).toBe("OrdersProd");
  expect(suffixedLogicalId("Orders", "a/b")).toBe(`Orders${sha1Hex("a/b").slice(0, 10)}`);
  expect(suffixedLogicalId("Orders", "")).toBe("Orders");
});
