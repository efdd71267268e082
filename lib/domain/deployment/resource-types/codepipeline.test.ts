import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const pipeline = (properties = {}) => ({
  Line: { Type: "AWS::CodePipeline::Pipeline", Properties: { Name: "shop", ...properties } },
});
const change = { before: pipeline({ ExecutionMode: "QUEUED" }) };

describe("AWS::CodePipeline::Pipeline", () => {
  it("runs again after a change only where it says so", () => {
    expect(probeActions(pipeline(), "update", change)).toEqual(["codepipeline:UpdatePipeline"]);
    expect(probeActions(pipeline({ RestartExecutionOnUpdate: true }), "update", change)).toEqual([
      "codepipeline:UpdatePipeline",
      "codepipeline:StartPipelineExecution",
    ]);
  });

  it("is held at the stage that it names", () => {
    const held = pipeline({ DisableInboundStageTransitions: [{ StageName: "Deploy", Reason: "not yet" }] });
    const check = probeChecks(held, "create").find(({ action }) => action === "codepipeline:DisableStageTransition");
    expect(check?.resources).toEqual(["arn:aws:codepipeline:eu-central-1:123456789012:shop/Deploy"]);
  });
});
