import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const app = (properties = {}) => ({ App: { Type: "AWS::Amplify::App", Properties: { Name: "site", ...properties } } });

describe("AWS::Amplify::App and its branches", () => {
  it("passes the role that it builds with", () => {
    const roleArn = "arn:aws:iam::123456789012:role/amplify";
    const passed = probeChecks(app({ IAMServiceRole: roleArn }), "create").find(
      ({ action }) => action === "iam:PassRole",
    );
    expect(passed).toMatchObject({
      resources: [roleArn],
      context: { "iam:PassedToService": ["amplify.amazonaws.com"] },
    });
    expect(probeActions(app(), "create")).toEqual(["amplify:CreateApp", "amplify:GetApp"]);
  });

  it("authorises a branch under its app", () => {
    const branch = { Branch: { Type: "AWS::Amplify::Branch", Properties: { AppId: "d1", BranchName: "main" } } };
    expect(probeChecks(branch, "create")[0]?.resources).toEqual([
      "arn:aws:amplify:eu-central-1:123456789012:apps/d1/branches/main",
    ]);
  });

  it("is only tagged where only tags change", () => {
    expect(probeActions(app({ Tags: [{ Key: "a", Value: "b" }] }), "update", { before: app() })).toEqual([
      "amplify:TagResource",
    ]);
    expect(probeActions(app({ Name: "other" }), "update", { before: app() })).toEqual([
      "amplify:UpdateApp",
      "amplify:GetApp",
    ]);
  });
});
