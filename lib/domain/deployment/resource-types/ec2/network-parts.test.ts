import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "../rule-probe";

describe("AWS::EC2::VPCPeeringConnection", () => {
  const peering = (properties = {}) => ({
    Peer: { Type: "AWS::EC2::VPCPeeringConnection", Properties: { VpcId: "vpc-1", PeerVpcId: "vpc-2", ...properties } },
  });

  it("is accepted in the same account, and by another's role in another", () => {
    expect(probeActions(peering(), "create")).toEqual([
      "ec2:CreateVpcPeeringConnection",
      "ec2:DescribeVpcPeeringConnections",
      "ec2:AcceptVpcPeeringConnection",
    ]);
    const foreign = { PeerOwnerId: "210987654321", PeerRoleArn: "arn:aws:iam::210987654321:role/accept" };
    expect(probeActions(peering(foreign), "create")).toEqual([
      "ec2:CreateVpcPeeringConnection",
      "sts:AssumeRole",
      "ec2:DescribeVpcPeeringConnections",
    ]);
  });
});

describe("AWS::EC2::FlowLog", () => {
  it("names what it watches", () => {
    const log = (properties = {}) => ({ Log: { Type: "AWS::EC2::FlowLog", Properties: properties } });
    const [watching] = probeChecks(log({ ResourceType: "Subnet", ResourceId: "subnet-1" }), "create");
    expect(watching?.resources).toContain("arn:aws:ec2:eu-central-1:123456789012:subnet/subnet-1");
    expect(probeChecks(log(), "create")[0]?.resources).toHaveLength(1);
  });
});
