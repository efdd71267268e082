import { awsService } from "../aws-service";
import { requestTags } from "../common-checks";
import { readObjects, readText } from "../read-property";
import type { CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { profileRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const autoScaling = awsService({
  prefix: "autoscaling",
  documentation: (operation) => `https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html */
const group: ResourceRule = {
  type: "AWS::AutoScaling::AutoScalingGroup",
  name: { property: "AutoScalingGroupName", maxLength: 255 },
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = r.arn("autoscaling", `autoScalingGroup:${id}:autoScalingGroupName/${r.name}`);
    return { physicalId: r.name, arn, attributes: { AutoScalingGroupARN: arn } };
  },
  create: (r) => [
    autoScaling.call("CreateAutoScalingGroup", r.arnOfSelf, {
      context: requestTags(r.tags),
      also: [...tagCheck(r), ...linkedRole(r)],
    }),
    autoScaling.call("DescribeAutoScalingGroups", "*"),
    autoScaling.call("DescribeScalingActivities", "*"),
  ],
  update: (r) => [
    ...when(
      changed(r),
      autoScaling.call("UpdateAutoScalingGroup", r.arnOfSelf, { cause: "Properties" }),
      autoScaling.call("DescribeAutoScalingGroups", "*", { cause: "Properties" }),
    ),
    ...when(
      r.changed("Tags") && r.tagged,
      autoScaling.call("CreateOrUpdateTags", r.arnOfSelf, { cause: "Tags", context: requestTags(r.tags) }),
    ),
  ],
  delete: (r) => [
    // The group is brought to nothing before it goes.
    autoScaling.call("UpdateAutoScalingGroup", r.arnOfSelf),
    autoScaling.call("DeleteAutoScalingGroup", r.arnOfSelf),
    autoScaling.call("DescribeAutoScalingGroups", "*"),
    autoScaling.call("DescribeScalingActivities", "*"),
  ],
};

function tagCheck(r: ResourceView): readonly CheckSpec[] {
  const given = r.tagged || readObjects(r.get("Tags")).some(({ Key }) => readText(Key) !== undefined);
  return when(
    given,
    autoScaling.check("CreateOrUpdateTags", r.arnOfSelf, { cause: "Tags", context: requestTags(r.tags) }),
  );
}

function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "autoscaling.amazonaws.com",
    role: "AWSServiceRoleForAutoScaling",
    through: "autoscaling.amazonaws.com",
    source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html",
  });
}

function changed(r: ResourceUpdate): boolean {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  return properties.some((property) => property !== "Tags" && r.changed(property));
}

export const autoScalingRules: readonly ResourceRule[] = [
  group,
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-launchconfiguration.html */
  plainRule({
    type: "AWS::AutoScaling::LaunchConfiguration",
    service: autoScaling,
    name: { property: "LaunchConfigurationName", maxLength: 255 },
    identify: (r) => {
      const id = r.invent("id", { alphabet: "uuid" });
      return {
        physicalId: r.name,
        arn: r.arn("autoscaling", `launchConfiguration:${id}:launchConfigurationName/${r.name}`),
        attributes: {},
      };
    },
    create: "CreateLaunchConfiguration",
    reads: ["DescribeLaunchConfigurations"],
    delete: "DeleteLaunchConfiguration",
    on: { DescribeLaunchConfigurations: anything },
    checks: (r) => profileRoles(r, "IamInstanceProfile"),
  }),
];
