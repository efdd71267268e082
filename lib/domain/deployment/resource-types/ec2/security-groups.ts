import { requestTags } from "../../common-checks";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { ec2, ec2Arn, ec2Id, namedArn, tagChanges } from "./ec2-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
const securityGroup: ResourceRule = {
  type: "AWS::EC2::SecurityGroup",
  identify: (r) => {
    const id = ec2Id(r, "sg");
    return {
      physicalId: id,
      arn: ec2Arn(r, "security-group", id),
      attributes: { GroupId: id, Id: id, VpcId: r.text("VpcId") ?? "" },
    };
  },
  create: (r) => [
    ec2.call("CreateSecurityGroup", [r.arnOfSelf, ...when(r.has("VpcId"), namedArn(r, "VpcId", "vpc", "vpc"))]),
    ec2.call("DescribeSecurityGroups", "*"),
    ...ingressCalls(r),
    ...egressCalls(r),
    // Tags come last, in a call of their own.
    ...when(r.tagged, ec2.call("CreateTags", r.arnOfSelf, { cause: "Tags", context: requestTags(r.tags) })),
  ],
  update: (r) => [
    ec2.call("DescribeSecurityGroups", "*", { cause: "Properties" }),
    ...ruleChanges(r, "SecurityGroupIngress", "Ingress"),
    ...ruleChanges(r, "SecurityGroupEgress", "Egress"),
    ...tagChanges(r),
  ],
  delete: (r) => [ec2.call("DeleteSecurityGroup", r.arnOfSelf), ec2.call("DescribeSecurityGroups", "*")],
};

function ingressCalls(r: ResourceView): readonly CallSpec[] {
  const cause = "SecurityGroupIngress";
  return when(r.has(cause), ec2.call("AuthorizeSecurityGroupIngress", r.arnOfSelf, { cause }));
}

/** A new group lets everything out; rules of its own take the place of that one. */
function egressCalls(r: ResourceView): readonly CallSpec[] {
  const cause = "SecurityGroupEgress";
  return when(
    r.has(cause),
    ec2.call("RevokeSecurityGroupEgress", r.arnOfSelf, { cause }),
    ec2.call("AuthorizeSecurityGroupEgress", r.arnOfSelf, { cause }),
  );
}

function ruleChanges(r: ResourceUpdate, cause: string, direction: string): readonly CallSpec[] {
  if (!r.changed(cause)) return [];
  return [
    ...when(r.before.has(cause), ec2.call(`RevokeSecurityGroup${direction}`, r.arnOfSelf, { cause })),
    ...when(r.has(cause), ec2.call(`AuthorizeSecurityGroup${direction}`, r.arnOfSelf, { cause })),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html and its twin */
const ruleOf = (direction: "Ingress" | "Egress"): ResourceRule => ({
  type: `AWS::EC2::SecurityGroup${direction}`,
  identify: (r) => {
    const id = ec2Id(r, "sgr");
    return { physicalId: id, arn: ec2Arn(r, "security-group-rule", id), attributes: { Id: id } };
  },
  create: (r) => [
    ec2.call(`AuthorizeSecurityGroup${direction}`, groupArn(r)),
    ec2.call("DescribeSecurityGroupRules", "*"),
  ],
  update: (r) => [ec2.call(`UpdateSecurityGroupRuleDescriptions${direction}`, groupArn(r), { cause: "Description" })],
  delete: (r) => [
    ec2.call(`RevokeSecurityGroup${direction}`, groupArn(r)),
    ec2.call("DescribeSecurityGroupRules", "*"),
  ],
});

function groupArn(r: ResourceView): string {
  return namedArn(r, "GroupId", "security-group", "sg");
}

export const securityGroupRules: readonly ResourceRule[] = [securityGroup, ruleOf("Ingress"), ruleOf("Egress")];
