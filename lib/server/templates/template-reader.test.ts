import { afterAll, describe, expect, it } from "vitest";
import { exampleInput } from "../testdata/example-comparison";
import { TemplateReader } from "./template-reader";

const reader = new TemplateReader();
afterAll(() => reader.close());

describe("TemplateReader", () => {
  it("inspects and checks in its own process, in the order of the questions", async () => {
    const text = "Resources:\n  Orders: { Type: AWS::SQS::Queue }\n";
    const [inspection, check, refusal] = await Promise.all([
      reader.inspect(text, "orders.yaml"),
      reader.check(exampleInput({ templateText: text })),
      reader.check(exampleInput({ templateText: "Resources: [" })),
    ]);
    expect(inspection).toMatchObject({ problems: [], resourceCount: 1, suggestedStackName: "orders" });
    expect(check).toEqual({ problems: [], searchWords: ["Orders", "AWS::SQS::Queue"] });
    expect(refusal.problems).toMatchObject([{ field: "templateText", severity: "error" }]);
  });

  it("answers whatever it is given, and goes on with the next", { timeout: 60_000 }, async () => {
    const deep = `{"Resources": ${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`;
    for (let round = 0; round < 3; round++) {
      const { problems } = await reader.inspect(deep, null);
      expect(problems).toMatchObject([{ severity: "error" }]);
    }
    expect((await reader.inspect("Resources:\n  A: { Type: AWS::SQS::Queue }\n", null)).problems).toEqual([]);
  });
});
