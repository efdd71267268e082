import type { CheckSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { passedRoles } from "../passed-roles";
import { ec2, ec2Arn, ec2Id, namedArn, simpleRule } from "./ec2-service";

const vpcOf = (r: ResourceView) => namedArn(r, "VpcId", "vpc", "vpc");

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-dhcpoptions.html */
const dhcpOptions = simpleRule({
  type: "AWS::EC2::DHCPOptions",
  kind: "dhcp-options",
  prefix: "dopt",
  attributes: ["DhcpOptionsId"],
  create: "CreateDhcpOptions",
  remove: "DeleteDhcpOptions",
  describe: "DescribeDhcpOptions",
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcdhcpoptionsassociation.html */
const dhcpAssociation: ResourceRule = {
  type: "AWS::EC2::VPCDHCPOptionsAssociation",
  identify: (r) => ({
    physicalId: `${r.text("DhcpOptionsId") ?? "default"}|${r.text("VpcId") ?? ""}`,
    arn: null,
    attributes: {},
  }),
  create: (r) => [associateOptions(r, "Type")],
  update: (r) => [associateOptions(r, "DhcpOptionsId")],
  // The network goes back to the default options.
  delete: (r) => [associateOptions(r, "Type")],
};

function associateOptions(r: ResourceView, cause: string) {
  return ec2.call("AssociateDhcpOptions", [namedArn(r, "DhcpOptionsId", "dhcp-options", "dopt"), vpcOf(r)], { cause });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html */
const cidrBlock: ResourceRule = {
  type: "AWS::EC2::VPCCidrBlock",
  identify: (r) => {
    const id = ec2Id(r, "vpc-cidr-assoc");
    return { physicalId: `${id}|${r.text("VpcId") ?? ""}`, arn: null, attributes: { Id: id } };
  },
  create: (r) => [ec2.call("AssociateVpcCidrBlock", vpcOf(r)), ec2.call("DescribeVpcs", "*")],
  delete: (r) => [ec2.call("DisassociateVpcCidrBlock", vpcOf(r)), ec2.call("DescribeVpcs", "*")],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eipassociation.html */
const addressAssociation: ResourceRule = {
  type: "AWS::EC2::EIPAssociation",
  identify: (r) => {
    const id = ec2Id(r, "eipassoc");
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => [ec2.call("AssociateAddress", addressEnds(r)), ec2.call("DescribeAddresses", "*")],
  delete: (r) => [
    ec2.call("DisassociateAddress", namedArn(r, "AllocationId", "elastic-ip", "eipalloc")),
    ec2.call("DescribeAddresses", "*"),
  ],
};

function addressEnds(r: ResourceView): readonly string[] {
  return [
    namedArn(r, "AllocationId", "elastic-ip", "eipalloc"),
    ...when(r.has("InstanceId"), namedArn(r, "InstanceId", "instance", "i")),
    ...when(r.has("NetworkInterfaceId"), namedArn(r, "NetworkInterfaceId", "network-interface", "eni")),
  ];
}

/**
 * In the same account the peering is accepted at once, in another one with the role that is given for it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html
 */
const peering: ResourceRule = simpleRule({
  type: "AWS::EC2::VPCPeeringConnection",
  kind: "vpc-peering-connection",
  prefix: "pcx",
  attributes: ["Id"],
  create: "CreateVpcPeeringConnection",
  remove: "DeleteVpcPeeringConnection",
  describe: "DescribeVpcPeeringConnections",
  with: (r) => [vpcOf(r)],
  after: (r) => [
    ...when(
      (r.text("PeerOwnerId") ?? r.target.account) === r.target.account,
      ec2.call("AcceptVpcPeeringConnection", [r.arnOfSelf, namedArn(r, "PeerVpcId", "vpc", "vpc")]),
    ),
  ],
  checks: (r) =>
    r.texts("PeerRoleArn").map((roleArn) => ({
      action: "sts:AssumeRole",
      resources: [roleArn],
      context: {},
      cause: "PeerRoleArn",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html",
      through: [],
    })),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterface.html */
const networkInterface = simpleRule({
  type: "AWS::EC2::NetworkInterface",
  kind: "network-interface",
  prefix: "eni",
  attributes: ["Id"],
  create: "CreateNetworkInterface",
  remove: "DeleteNetworkInterface",
  describe: "DescribeNetworkInterfaces",
  with: (r) => [
    namedArn(r, "SubnetId", "subnet", "subnet"),
    ...r.texts("GroupSet").map((id) => ec2Arn(r, "security-group", id)),
  ],
  after: (r) =>
    when(
      r.has("SourceDestCheck"),
      ec2.call("ModifyNetworkInterfaceAttribute", r.arnOfSelf, { cause: "SourceDestCheck" }),
    ),
  change: (r) =>
    ["Description", "GroupSet", "SourceDestCheck"]
      .filter((property) => r.changed(property))
      .map((cause) => ec2.call("ModifyNetworkInterfaceAttribute", r.arnOfSelf, { cause })),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html */
const flowLog: ResourceRule = {
  ...simpleRule({
    type: "AWS::EC2::FlowLog",
    kind: "vpc-flow-log",
    prefix: "fl",
    attributes: ["Id"],
    create: "CreateFlowLogs",
    remove: "DeleteFlowLogs",
    describe: "DescribeFlowLogs",
    with: watched,
    checks: (r) => [
      ...passedRoles(r, "vpc-flow-logs.amazonaws.com", "DeliverLogsPermissionArn"),
      ...deliveryCheck(r, "CreateLogDelivery"),
    ],
  }),
  delete: (r) => [
    ec2.call("DeleteFlowLogs", r.arnOfSelf, { also: deliveryCheck(r, "DeleteLogDelivery") }),
    ec2.call("DescribeFlowLogs", "*"),
  ],
};

function watched(r: ResourceView): readonly string[] {
  const kinds: Readonly<Record<string, string>> = {
    VPC: "vpc",
    Subnet: "subnet",
    NetworkInterface: "network-interface",
  };
  const kind = kinds[r.text("ResourceType") ?? ""];
  return kind === undefined ? [] : [namedArn(r, "ResourceId", kind, kind)];
}

/** Logs that go to a bucket or a stream are vended; https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html */
function deliveryCheck(r: ResourceView, name: string): readonly CheckSpec[] {
  const isVended = r.has("LogDestinationType") && r.text("LogDestinationType") !== "cloud-watch-logs";
  return when(isVended, {
    action: `logs:${name}`,
    resources: ["*"],
    context: {},
    cause: "LogDestinationType",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html",
    through: ["ec2.amazonaws.com"],
  });
}

export const networkPartRules: readonly ResourceRule[] = [
  dhcpOptions,
  dhcpAssociation,
  cidrBlock,
  addressAssociation,
  peering,
  networkInterface,
  flowLog,
];
