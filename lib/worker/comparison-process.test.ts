import { afterAll, describe, expect, it } from "vitest";
import { noMaterial } from "../domain/approaches/material";
import { type ComparisonInput, comparisonStages } from "../domain/comparison-input";
import { exampleInput } from "../server/testdata/example-comparison";
import { ComparisonProcess } from "./comparison-process";

const comparison = new ComparisonProcess();
afterAll(() => comparison.close());

const input: ComparisonInput = {
  ...exampleInput({ templateText: "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n" }),
  material: noMaterial,
};

async function collect(steps: ReturnType<ComparisonProcess["compare"]>) {
  const stages = new Set<string>();
  let step = await steps.next();
  for (; !step.done; step = await steps.next()) stages.add(step.value.stage);
  return { stages, result: step.value };
}

describe("ComparisonProcess", () => {
  it("goes through all stages, more than once", async () => {
    for (let round = 0; round < 2; round++) {
      const { stages, result } = await collect(comparison.compare(input));
      expect([...stages]).toEqual([...comparisonStages]);
      expect(result.value?.resources.map(({ logicalId }) => logicalId)).toEqual(["Orders"]);
    }
  });

  it("returns the problems of a template that is rejected", async () => {
    const { result } = await collect(comparison.compare({ ...input, templateText: "Resources: [" }));
    expect(result.value).toBeNull();
    expect(result.problems.length).toBeGreaterThan(0);
  });

  it("leaves a comparison that nobody goes on with, and begins the next", async () => {
    for await (const { stage } of comparison.compare(input)) if (stage === "derive") break;
    expect((await collect(comparison.compare(input))).result.value).not.toBeNull();
  });

  it("fails a comparison whose process is lost, and starts another for the next", async () => {
    const steps = comparison.compare(input);
    await steps.next();
    comparison.close();
    await expect(steps.next()).rejects.toThrow("No comparison has been started");
    expect((await collect(comparison.compare(input))).result.value).not.toBeNull();
  });
});
