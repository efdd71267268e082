import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const of = (noun: string, properties = {}) => ({ Thing: { Type: `AWS::VpcLattice::${noun}`, Properties: properties } });
const at = "arn:aws:vpc-lattice:eu-central-1:123456789012";
const orders = "arn:aws:lambda:eu-central-1:123456789012:function:orders";

describe("AWS::VpcLattice", () => {
  it("reads a service back with its tags, and needs a service-linked role where there is none", () => {
    expect(probeActions(of("Service"), "create")).toEqual([
      "vpc-lattice:CreateService",
      "vpc-lattice:GetService",
      "vpc-lattice:ListTagsForResource",
    ]);
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    expect(probeActions(of("Service"), "create", { settings: { account } })).toContain("iam:CreateServiceLinkedRole");
  });

  it("opens functions that are registered, and closes them on deletion", () => {
    const group = of("TargetGroup", { Type: "LAMBDA", Targets: [{ Id: orders }] });
    const opened = probeChecks(group, "create").find(({ action }) => action === "lambda:AddPermission");
    expect(opened?.resources).toEqual([orders]);
    expect(probeActions(group, "delete")).toContain("lambda:RemovePermission");
    expect(probeActions(of("TargetGroup", { Type: "LAMBDA" }), "create")).not.toContain("vpc-lattice:RegisterTargets");
  });

  it("looks up instances that are registered", () => {
    const group = of("TargetGroup", { Type: "INSTANCE", Targets: [{ Id: "i-1" }] });
    expect(probeActions(group, "create")).toContain("ec2:DescribeInstances");
    expect(probeActions(group, "create")).not.toContain("lambda:AddPermission");
  });

  it("authorises associations on both sides", () => {
    const association = of("ServiceNetworkServiceAssociation", {
      ServiceIdentifier: "svc-1",
      ServiceNetworkIdentifier: `${at}:servicenetwork/sn-1`,
    });
    expect(probeChecks(association, "create")[0]?.patterns).toEqual([
      `${at}:servicenetworkserviceassociation/snsa-*`,
      `${at}:service/svc-1`,
      `${at}:servicenetwork/sn-1`,
    ]);
  });

  it("looks for security groups only where an association has some", () => {
    const withVpc = (properties = {}) => of("ServiceNetworkVpcAssociation", { VpcIdentifier: "vpc-1", ...properties });
    expect(probeActions(withVpc({ SecurityGroupIds: ["sg-1"] }), "create")).toContain("ec2:DescribeSecurityGroups");
    expect(probeActions(withVpc(), "create")).not.toContain("ec2:DescribeSecurityGroups");
  });

  it("stands a listener under its service", () => {
    expect(probeChecks(of("Listener", { ServiceIdentifier: "svc-1" }), "create")[0]?.patterns).toEqual([
      `${at}:service/svc-1/listener/listener-*`,
    ]);
  });
});
