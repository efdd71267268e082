import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const roleArn = "arn:aws:iam::123456789012:role/canary";
const canary = (properties = {}) => ({
  Canary: {
    Type: "AWS::Synthetics::Canary",
    Properties: {
      Name: "front",
      ExecutionRoleArn: roleArn,
      Code: { Handler: "a.handler", Script: "a" },
      ...properties,
    },
  },
});

describe("AWS::Synthetics::Canary", () => {
  it("makes its function with the creator's permissions", () => {
    const made = probeChecks(canary(), "create").find(({ action }) => action === "lambda:CreateFunction");
    expect(made?.patterns).toEqual(["arn:aws:lambda:eu-central-1:123456789012:function:cwsyn-front-*"]);
    expect(made?.context["aws:CalledVia"]).toEqual(["cloudformation.amazonaws.com", "synthetics.amazonaws.com"]);
  });

  it("passes its role to the canary and to the function", () => {
    const passed = probeChecks(canary(), "create").filter(({ action }) => action === "iam:PassRole");
    expect(passed.flatMap(({ context }) => context["iam:PassedToService"] ?? [])).toEqual([
      "synthetics.amazonaws.com",
      "lambda.amazonaws.com",
    ]);
  });

  it("reads its script from a bucket where it stands in one", () => {
    const stored = canary({ Code: { Handler: "a.handler", S3Bucket: "code", S3Key: "canary.zip" } });
    const read = probeChecks(stored, "create").find(({ action }) => action === "s3:GetObject");
    expect(read?.resources).toEqual(["arn:aws:s3:::code/canary.zip"]);
    expect(probeActions(canary(), "create")).not.toContain("s3:GetObject");
  });

  it("starts and stands in a network where it is to", () => {
    expect(probeActions(canary({ StartCanaryAfterCreation: true }), "create")).toContain("synthetics:StartCanary");
    expect(probeActions(canary(), "create")).not.toContain("synthetics:StartCanary");
    expect(probeActions(canary({ VPCConfig: { SubnetIds: ["subnet-1"] } }), "create")).toContain("ec2:DescribeVpcs");
    expect(probeActions(canary(), "create")).not.toContain("ec2:DescribeVpcs");
  });

  it("is looked for and written again for its tags alone, and started or stopped where that differs", () => {
    const update = (before: JsonObject, after: JsonObject) =>
      probeActions(canary(after), "update", { before: canary(before) }).filter((action) => action.startsWith("synth"));
    const written = ["synthetics:GetCanary", "synthetics:UpdateCanary"];
    expect(update({}, { Tags: [{ Key: "a", Value: "b" }] })).toEqual([...written, "synthetics:TagResource"]);
    expect(update({}, { StartCanaryAfterCreation: true })).toEqual([...written, "synthetics:StartCanary"]);
    expect(update({ StartCanaryAfterCreation: true }, {})).toEqual([...written, "synthetics:StopCanary"]);
    const started = { StartCanaryAfterCreation: true };
    expect(update(started, { ...started, RuntimeVersion: "r" })).toEqual(written);
  });

  it("leaves its function behind unless told otherwise", () => {
    expect(probeActions(canary(), "delete")).toEqual(["synthetics:DeleteCanary", "synthetics:GetCanary"]);
    expect(probeActions(canary({ ProvisionedResourceCleanup: "AUTOMATIC" }), "delete")).toContain(
      "lambda:DeleteFunction",
    );
  });
});
