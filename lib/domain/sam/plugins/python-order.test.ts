import { describe, expect, it } from "vitest";
import { apiEvent, functionWith } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";
import { pythonKeyOrder } from "./python-order";

describe("the order of resources and events", () => {
  it("is that of a Python 2.7 dict", () => {
    expect(pythonKeyOrder(["get", "post", "put"]).keys()).toEqual(["put", "post", "get"]);
  });

  it("does not depend on the order in the template unless keys share a slot", () => {
    const ids = (names: string[]) => {
      const functions = names.map((name) => [name, functionWith({ Get: apiEvent(`/${name}`, "get") })]);
      return Object.keys(expandResources(Object.fromEntries(functions)).resources).sort();
    };
    expect(ids(["Orders", "Carts", "Users"])).toEqual(ids(["Users", "Orders", "Carts"]));
  });
});
