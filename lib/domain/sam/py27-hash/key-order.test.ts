import { describe, expect, it } from "vitest";
import { Py27KeyOrder } from "./key-order";

function orderOf(keys: readonly string[]): Py27KeyOrder {
  const order = new Py27KeyOrder();
  for (const key of keys) order.add(key);
  return order;
}

// The expected orders are what the translator's own emulation of Python 2.7 yields for the same operations.
describe("Py27KeyOrder", () => {
  it("yields keys in hash table order, across a resize", () => {
    const order = orderOf("get post put delete options head patch any x y z w".split(" "));
    expect(order.keys().join(" ")).toBe("head get any patch y w put x post z options delete");
  });

  it("remembers removed slots", () => {
    const order = orderOf(["responses", "x-amazon-apigateway-integration", "security", "parameters", "summary"]);
    order.remove("security");
    order.add("consumes");
    order.add("produces");
    expect(order.keys().join(" ")).toBe(
      "responses parameters produces x-amazon-apigateway-integration summary consumes",
    );
    expect(order.copy().keys().join(" ")).toBe(
      "responses parameters produces x-amazon-apigateway-integration consumes summary",
    );
  });

  it("sizes the table for a merge before it adds", () => {
    const order = orderOf(["a", "b", "c", "d", "e"]);
    order.merge(["f"]);
    expect(order.keys()).toEqual(["a", "c", "b", "e", "d", "f"]);
  });

  it("ignores the removal of a key that it does not have", () => {
    const order = orderOf(["a"]);
    order.remove("b");
    order.remove("a");
    order.remove("a");
    expect(order.keys()).toEqual([]);
  });
});
