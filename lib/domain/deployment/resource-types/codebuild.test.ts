import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const roleArn = "arn:aws:iam::123456789012:role/build";
const project = (properties = {}) => ({
  Build: { Type: "AWS::CodeBuild::Project", Properties: { Name: "build", ServiceRole: roleArn, ...properties } },
});

describe("AWS::CodeBuild::Project", () => {
  it("passes its role, and carries tags without a check on them", () => {
    const checks = probeChecks(project({ Tags: [{ Key: "team", Value: "shop" }] }), "create");
    expect(checks.map(({ action }) => action)).toEqual(["codebuild:CreateProject", "iam:PassRole"]);
    expect(checks[0]?.context["aws:TagKeys"]).toEqual(["team"]);
    expect(checks[1]?.context["iam:PassedToService"]).toEqual(["codebuild.amazonaws.com"]);
  });

  it("makes a webhook where it is to have one, and takes it away", () => {
    const hooked = project({ Triggers: { Webhook: true } });
    expect(probeActions(hooked, "create")).toContain("codebuild:CreateWebhook");
    expect(probeActions(project(), "create")).not.toContain("codebuild:CreateWebhook");
    expect(probeActions(project(), "update", { before: hooked })).toContain("codebuild:DeleteWebhook");
  });

  it("shows its builds where it says who may see them", () => {
    const shown = project({ Visibility: "PUBLIC_READ", ResourceAccessRole: roleArn });
    expect(probeActions(shown, "create")).toContain("codebuild:UpdateProjectVisibility");
    expect(probeActions(project(), "create")).not.toContain("codebuild:UpdateProjectVisibility");
  });
});
