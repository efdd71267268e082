import type { ResourceRule, ResourceView } from "../../resource-rule";
import { ec2, ec2Id, namedArn, simpleRule } from "./ec2-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkacl.html */
const networkAcl = simpleRule({
  type: "AWS::EC2::NetworkAcl",
  kind: "network-acl",
  prefix: "acl",
  attributes: ["Id"],
  create: "CreateNetworkAcl",
  remove: "DeleteNetworkAcl",
  describe: "DescribeNetworkAcls",
  with: (r) => [namedArn(r, "VpcId", "vpc", "vpc")],
});

const aclOf = (r: ResourceView) => namedArn(r, "NetworkAclId", "network-acl", "acl");

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html */
const entry: ResourceRule = {
  type: "AWS::EC2::NetworkAclEntry",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "lower", length: 10 });
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: (r) => [ec2.call("CreateNetworkAclEntry", aclOf(r)), ec2.call("DescribeNetworkAcls", "*")],
  update: (r) => [
    ec2.call("ReplaceNetworkAclEntry", aclOf(r), { cause: "Properties" }),
    ec2.call("DescribeNetworkAcls", "*", { cause: "Properties" }),
  ],
  delete: (r) => [ec2.call("DeleteNetworkAclEntry", aclOf(r)), ec2.call("DescribeNetworkAcls", "*")],
};

/**
 * A subnet always has a list: an association takes the place of another, and goes back to the VPC's own.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetnetworkaclassociation.html
 */
const association: ResourceRule = {
  type: "AWS::EC2::SubnetNetworkAclAssociation",
  identify: (r) => {
    const id = ec2Id(r, "aclassoc");
    return { physicalId: id, arn: null, attributes: { AssociationId: id } };
  },
  create: (r) => [
    ec2.call("DescribeNetworkAcls", "*"),
    ec2.call("ReplaceNetworkAclAssociation", [aclOf(r), namedArn(r, "SubnetId", "subnet", "subnet")]),
  ],
  delete: (r) => [
    ec2.call("DescribeNetworkAcls", "*"),
    ec2.call("ReplaceNetworkAclAssociation", [
      r.arn("ec2", `network-acl/${ec2Id(r, "acl", "default")}`),
      namedArn(r, "SubnetId", "subnet", "subnet"),
    ]),
  ],
};

export const networkAclRules: readonly ResourceRule[] = [networkAcl, entry, association];
