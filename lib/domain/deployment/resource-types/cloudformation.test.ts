import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const role = "arn:aws:iam::123456789012:role/execution";
const nested = {
  Inner: {
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "https://s3.eu-central-1.amazonaws.com/artifacts/inner.template" },
  },
};

describe("AWS::CloudFormation::Stack", () => {
  it("is made below the parent's name, from a template in S3", () => {
    const [create, read] = probeChecks(nested, "create");
    expect(create?.patterns).toEqual(["arn:aws:cloudformation:eu-central-1:123456789012:stack/shop-Inner-*/*"]);
    expect(read).toMatchObject({ action: "s3:GetObject", resources: ["arn:aws:s3:::artifacts/inner.template"] });
  });

  it("takes the execution role along, which passes itself", () => {
    expect(probeActions(nested, "create")).not.toContain("iam:PassRole");
    const settings = { topology: "execution-role", executionRoleArn: role } as const;
    const pass = probeChecks(nested, "create", { settings }).find(({ action }) => action === "iam:PassRole");
    expect(pass).toMatchObject({ principal: "execution-role", resources: [role] });
  });
});

describe("custom resources", () => {
  const custom = (type: string, token: string) => ({ Mine: { Type: type, Properties: { ServiceToken: token } } });

  it("invoke the function or publish to the topic behind the token", () => {
    const lambda = "arn:aws:lambda:eu-central-1:123456789012:function:handler";
    const sns = "arn:aws:sns:eu-central-1:123456789012:requests";
    expect(probeActions(custom("Custom::Mine", lambda), "create")).toEqual(["lambda:InvokeFunction"]);
    expect(probeActions(custom("AWS::CloudFormation::CustomResource", sns), "create")).toEqual(["sns:Publish"]);
    expect(probeChecks(custom("Custom::Mine", lambda), "delete")[0]?.resources).toEqual([lambda]);
  });
});
