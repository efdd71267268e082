import { expect, test } from "vitest";
import { readTags, writeTags } from "./stack-tags";

test("a tag is a line, and only its first equals sign divides", () => {
  expect(readTags("Team=orders\n\n Query = a=b \nBare\n=nothing")).toEqual({ Team: "orders", Query: "a=b", Bare: "" });
});

test("tags are read as they were written", () => {
  const tags = { Team: "orders", Stage: "prod" };
  expect(readTags(writeTags(tags))).toEqual(tags);
});
