import { awsService } from "../aws-service";
import { removedTags, requestTags, tagKeys } from "../common-checks";
import { readObjects, readText } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { profileRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

export const autoScaling = awsService({
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
      also: [...tagCheck(r), ...launchChecks(r), ...linkedRole(r)],
    }),
    ...when(r.has("MetricsCollection"), own(r, "EnableMetricsCollection", "MetricsCollection")),
    ...when(r.has("NotificationConfigurations"), own(r, "PutNotificationConfiguration", "NotificationConfigurations")),
    autoScaling.call("DescribeAutoScalingGroups", "*"),
    autoScaling.call("DescribeScalingActivities", "*"),
  ],
  update: (r) => [
    ...when(
      changed(r),
      autoScaling.call("UpdateAutoScalingGroup", r.arnOfSelf, { cause: "Properties", also: launchChecks(r) }),
      autoScaling.call("DescribeAutoScalingGroups", "*", { cause: "Properties" }),
    ),
    ...settingChanges(r),
    ...when(
      removedTags(r.before, r).length > 0,
      autoScaling.call("DeleteTags", r.arnOfSelf, { cause: "Tags", context: tagKeys(removedTags(r.before, r)) }),
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

function own(r: ResourceView, operation: string, cause: string): CallSpec {
  return autoScaling.call(operation, r.arnOfSelf, { cause });
}

/** Settings that a change puts on and takes off with operations of their own: property, on, off. */
const settings = [
  ["LoadBalancerNames", "AttachLoadBalancers", "DetachLoadBalancers"],
  ["TargetGroupARNs", "AttachLoadBalancerTargetGroups", "DetachLoadBalancerTargetGroups"],
  ["TrafficSources", "AttachTrafficSources", "DetachTrafficSources"],
  ["LifecycleHookSpecificationList", "PutLifecycleHook", "DeleteLifecycleHook"],
  ["NotificationConfigurations", "PutNotificationConfiguration", "DeleteNotificationConfiguration"],
  ["MetricsCollection", "EnableMetricsCollection", "DisableMetricsCollection"],
] as const;

function settingChanges(r: ResourceUpdate): readonly CallSpec[] {
  return settings.flatMap(([property, on, off]) => [
    ...when(r.sets(property), own(r, on, property)),
    ...when(r.removed(property), own(r, off, property)),
  ]);
}

/**
 * With a launch template, the caller must be allowed to launch what it describes.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html
 */
function launchChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = ["LaunchTemplate", "MixedInstancesPolicy"].find((property) => r.has(property));
  if (cause === undefined) return [];
  return [
    {
      action: "ec2:RunInstances",
      resources: [r.arn("ec2", `instance/i-${r.invent("instance", { alphabet: "hex", length: 17 })}`)],
      context: {},
      cause,
      source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html",
      through: ["autoscaling.amazonaws.com"],
    },
  ];
}

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
