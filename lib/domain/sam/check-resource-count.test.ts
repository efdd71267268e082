import { expect, it } from "vitest";
import type { JsonObject } from "../json";
import { functionWith } from "./testing/api-resources";
import { expandResources } from "./testing/expand-resources";

function numbered(count: number, make: (index: number) => JsonObject): JsonObject {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`N${index}`, make(index)]));
}

const queueEvent = () => ({ Type: "SQS", Properties: { Queue: "arn:queue" } });
const route = (index: number) => ({ Type: "HttpApi", Properties: { Path: `/p${index}`, Method: "get" } });

it.each([
  ["a function with very many events", { Orders: functionWith(numbered(5000, queueEvent)) }, /at least 5001/],
  ["a function with very many routes", { Orders: functionWith(numbered(5000, route)) }, /5000 events/],
  ["functions whose roles are one too many", numbered(251, () => functionWith({})), /has 502 resources/],
])("refuses %s, as CloudFormation would after much more work", (_what, resources, message) => {
  const { problems } = expandResources(resources);
  expect(problems).toEqual([expect.objectContaining({ severity: "error", message: expect.stringMatching(message) })]);
});

it("takes what is just within the limit", () => {
  expect(expandResources(numbered(250, () => functionWith({}))).problems).toEqual([]);
});
