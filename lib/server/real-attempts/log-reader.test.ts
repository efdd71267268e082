import { afterAll, expect, it } from "vitest";
import { LogReader } from "./log-reader";

const reader = new LogReader();
afterAll(() => reader.close());

it("reads logs in its own process", async () => {
  const [first, second] = await Promise.all([
    reader.read("User: a is not authorized to perform: sqs:CreateQueue"),
    reader.read("Successfully created/updated stack - shop in eu-central-1"),
  ]);
  expect(first).toMatchObject({ refusals: [{ action: "sqs:CreateQueue", line: 1 }], ending: null, times: null });
  expect(second?.ending).toMatchObject({ outcome: "complete", line: 1 });
});
