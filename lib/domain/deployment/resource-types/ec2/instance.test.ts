import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "../rule-probe";

const instance = (properties = {}) => ({
  Machine: { Type: "AWS::EC2::Instance", Properties: { ImageId: "ami-1", InstanceType: "t3.micro", ...properties } },
});

describe("AWS::EC2::Instance", () => {
  it("is authorised on everything that the launch uses", () => {
    const used = { SubnetId: "subnet-1", SecurityGroupIds: ["sg-1"], KeyName: "key" };
    const [launch] = probeChecks(instance(used), "create");
    const at = "arn:aws:ec2:eu-central-1:123456789012";
    expect(launch?.patterns).toEqual([
      `${at}:instance/i-*`,
      "arn:aws:ec2:eu-central-1::image/ami-1",
      `${at}:network-interface/eni-*`,
      `${at}:volume/vol-*`,
      `${at}:security-group/sg-1`,
      `${at}:subnet/subnet-1`,
      `${at}:key-pair/key`,
    ]);
    expect(probeActions(instance(), "create")).toEqual(["ec2:RunInstances", "ec2:DescribeInstances"]);
  });

  it("passes the role inside its profile", () => {
    const resources = {
      ...instance({ IamInstanceProfile: { Ref: "Profile" } }),
      Profile: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: ["machine"] } },
    };
    const passed = probeChecks(resources, "create").filter(({ cause }) => cause === "Properties.IamInstanceProfile");
    expect(passed.map(({ resources: [role] }) => role)).toEqual(["arn:aws:iam::123456789012:role/machine"]);
  });

  it("is tagged while it is launched", () => {
    const check = probeChecks(instance({ Tags: [{ Key: "Name", Value: "a" }] }), "create").find(
      ({ action }) => action === "ec2:CreateTags",
    );
    expect(check?.context["ec2:CreateAction"]).toEqual(["RunInstances"]);
  });

  it("stands still while its type changes", () => {
    expect(probeActions(instance({ InstanceType: "t3.small" }), "update", { before: instance() })).toEqual([
      "ec2:StopInstances",
      "ec2:ModifyInstanceAttribute",
      "ec2:StartInstances",
      "ec2:DescribeInstances",
    ]);
    const tagged = instance({ Tags: [{ Key: "Name", Value: "a" }] });
    expect(probeActions(tagged, "update", { before: instance() })).toEqual(["ec2:CreateTags"]);
  });
});

describe("AWS::EC2::KeyPair", () => {
  const pair = (properties = {}) => ({
    Pair: { Type: "AWS::EC2::KeyPair", Properties: { KeyName: "key", ...properties } },
  });

  it("keeps the private half of a new pair as a parameter", () => {
    const checks = probeChecks(pair(), "create");
    expect(checks.map(({ action }) => action)).toEqual(["ec2:CreateKeyPair", "ssm:PutParameter"]);
    expect(checks[1]?.patterns).toEqual(["arn:aws:ssm:eu-central-1:123456789012:parameter/ec2/keypair/key-*"]);
  });

  it("imports a public key and keeps nothing", () => {
    expect(probeActions(pair({ PublicKeyMaterial: "ssh-rsa AAAA" }), "create")).toEqual(["ec2:ImportKeyPair"]);
  });
});
