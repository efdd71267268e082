import type { CallSpec, ResourceRule, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { ec2, ec2Id, namedArn, simpleRule } from "./ec2-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_EC2.html */
const simple: readonly ResourceRule[] = [
  simpleRule({
    type: "AWS::EC2::VPC",
    kind: "vpc",
    prefix: "vpc",
    attributes: ["VpcId", "DefaultSecurityGroup", "DefaultNetworkAcl", "CidrBlock"],
    create: "CreateVpc",
    remove: "DeleteVpc",
    describe: "DescribeVpcs",
    after: vpcAttributes,
    change: vpcAttributes,
  }),
  simpleRule({
    type: "AWS::EC2::Subnet",
    kind: "subnet",
    prefix: "subnet",
    attributes: ["SubnetId"],
    create: "CreateSubnet",
    remove: "DeleteSubnet",
    describe: "DescribeSubnets",
    with: (r) => [namedArn(r, "VpcId", "vpc", "vpc")],
    after: subnetAttributes,
    change: subnetAttributes,
  }),
  simpleRule({
    type: "AWS::EC2::RouteTable",
    kind: "route-table",
    prefix: "rtb",
    attributes: ["RouteTableId"],
    create: "CreateRouteTable",
    remove: "DeleteRouteTable",
    describe: "DescribeRouteTables",
    with: (r) => [namedArn(r, "VpcId", "vpc", "vpc")],
  }),
  simpleRule({
    type: "AWS::EC2::InternetGateway",
    kind: "internet-gateway",
    prefix: "igw",
    attributes: ["InternetGatewayId"],
    create: "CreateInternetGateway",
    remove: "DeleteInternetGateway",
    describe: "DescribeInternetGateways",
  }),
  simpleRule({
    type: "AWS::EC2::NatGateway",
    kind: "natgateway",
    prefix: "nat",
    attributes: ["NatGatewayId"],
    create: "CreateNatGateway",
    remove: "DeleteNatGateway",
    describe: "DescribeNatGateways",
    with: (r) => [
      namedArn(r, "SubnetId", "subnet", "subnet"),
      ...when(r.has("AllocationId"), namedArn(r, "AllocationId", "elastic-ip", "eipalloc")),
    ],
  }),
  simpleRule({
    type: "AWS::EC2::VPCEndpoint",
    kind: "vpc-endpoint",
    prefix: "vpce",
    attributes: ["Id"],
    create: "CreateVpcEndpoint",
    remove: "DeleteVpcEndpoints",
    describe: "DescribeVpcEndpoints",
    with: endpointNeighbours,
    change: (r) =>
      when(
        r.changed("PolicyDocument", "PrivateDnsEnabled", "RouteTableIds", "SecurityGroupIds", "SubnetIds"),
        ec2.call("ModifyVpcEndpoint", r.arnOfSelf, { cause: "Properties" }),
      ),
  }),
];

/** One attribute a call. */
function vpcAttributes(r: ResourceView): readonly CallSpec[] {
  const given = ["EnableDnsSupport", "EnableDnsHostnames"].filter((property) => r.sets(property));
  return given.map((cause) =>
    ec2.call("ModifyVpcAttribute", r.arnOfSelf, { cause, context: { "ec2:Attribute": [cause] } }),
  );
}

function subnetAttributes(r: ResourceView): readonly CallSpec[] {
  const properties = [
    "MapPublicIpOnLaunch",
    "AssignIpv6AddressOnCreation",
    "EnableDns64",
    "PrivateDnsNameOptionsOnLaunch",
  ];
  const given = properties.filter((property) => r.sets(property));
  return given.map((cause) =>
    ec2.call("ModifySubnetAttribute", r.arnOfSelf, { cause, context: { "ec2:Attribute": [cause] } }),
  );
}

function endpointNeighbours(r: ResourceView): readonly string[] {
  return [
    namedArn(r, "VpcId", "vpc", "vpc"),
    ...r.texts("RouteTableIds").map((id) => r.arn("ec2", `route-table/${id}`)),
    ...r.texts("SubnetIds").map((id) => r.arn("ec2", `subnet/${id}`)),
    ...r.texts("SecurityGroupIds").map((id) => r.arn("ec2", `security-group/${id}`)),
  ];
}

const gatewayAttachment: ResourceRule = {
  type: "AWS::EC2::VPCGatewayAttachment",
  identify: (r) => ({
    physicalId: `${r.text("AttachmentType") ?? "IGW"}|${r.text("VpcId") ?? ""}`,
    arn: null,
    attributes: { AttachmentType: "IGW" },
  }),
  create: (r) => attachment(r, "Attach"),
  update: (r) => attachment(r, "Attach"),
  delete: (r) => attachment(r, "Detach"),
};

function attachment(r: ResourceView, verb: "Attach" | "Detach"): readonly CallSpec[] {
  const vpc = namedArn(r, "VpcId", "vpc", "vpc");
  if (r.has("VpnGatewayId")) {
    const gateway = namedArn(r, "VpnGatewayId", "vpn-gateway", "vgw");
    return [ec2.call(`${verb}VpnGateway`, [gateway, vpc]), ec2.call("DescribeVpnGateways", "*")];
  }
  const gateway = namedArn(r, "InternetGatewayId", "internet-gateway", "igw");
  return [ec2.call(`${verb}InternetGateway`, [gateway, vpc]), ec2.call("DescribeInternetGateways", "*")];
}

const route: ResourceRule = {
  type: "AWS::EC2::Route",
  identify: (r) => ({
    physicalId: `${r.text("RouteTableId")}|${r.text("DestinationCidrBlock")}`,
    arn: null,
    attributes: { CidrBlock: r.text("DestinationCidrBlock") ?? "" },
  }),
  create: (r) => [ec2.call("CreateRoute", routeTable(r)), ec2.call("DescribeRouteTables", "*")],
  update: (r) => [ec2.call("ReplaceRoute", routeTable(r), { cause: "Properties" })],
  delete: (r) => [ec2.call("DeleteRoute", routeTable(r)), ec2.call("DescribeRouteTables", "*")],
};

function routeTable(r: ResourceView): string {
  return namedArn(r, "RouteTableId", "route-table", "rtb");
}

const routeTableAssociation: ResourceRule = {
  type: "AWS::EC2::SubnetRouteTableAssociation",
  identify: (r) => {
    const id = ec2Id(r, "rtbassoc");
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => [
    ec2.call("AssociateRouteTable", [routeTable(r), namedArn(r, "SubnetId", "subnet", "subnet")]),
    ec2.call("DescribeRouteTables", "*"),
  ],
  delete: (r) => [
    ec2.call("DisassociateRouteTable", [routeTable(r), namedArn(r, "SubnetId", "subnet", "subnet")]),
    ec2.call("DescribeRouteTables", "*"),
  ],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html */
const elasticIp: ResourceRule = {
  ...simpleRule({
    type: "AWS::EC2::EIP",
    kind: "elastic-ip",
    prefix: "eipalloc",
    attributes: ["AllocationId"],
    create: "AllocateAddress",
    remove: "ReleaseAddress",
    describe: "DescribeAddresses",
    after: (r) =>
      when(
        r.has("InstanceId"),
        ec2.call("AssociateAddress", [r.arnOfSelf, namedArn(r, "InstanceId", "instance", "i")], {
          cause: "InstanceId",
        }),
      ),
  }),
};

export const vpcRules: readonly ResourceRule[] = [
  ...simple,
  gatewayAttachment,
  route,
  routeTableAssociation,
  elasticIp,
];
