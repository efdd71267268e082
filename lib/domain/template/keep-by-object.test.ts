import { describe, expect, it } from "vitest";
import { keepByObject } from "./keep-by-object";

describe("keepByObject", () => {
  it("works an object out once, and another that is written the same once more", () => {
    const asked: unknown[] = [];
    const count = keepByObject((value) => asked.push(value));
    const object = { Ref: "Orders" };
    expect([count(object), count(object), count({ Ref: "Orders" })]).toEqual([1, 1, 2]);
    expect([count("Orders"), count("Orders")]).toEqual([3, 4]);
  });
});
