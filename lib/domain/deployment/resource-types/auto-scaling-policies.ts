import type { ResourceRule, ResourceView } from "../resource-rule";
import { autoScaling } from "./auto-scaling";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

function groupOf(r: ResourceView): string {
  const id = r.invent("group", { alphabet: "uuid" });
  return r.arn("autoscaling", `autoScalingGroup:${id}:autoScalingGroupName/${r.text("AutoScalingGroupName") ?? "*"}`);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html */
const scalingPolicy = plainRule({
  type: "AWS::AutoScaling::ScalingPolicy",
  service: autoScaling,
  identify: (r) => {
    const group = r.text("AutoScalingGroupName") ?? "group";
    const id = r.invent("id", { alphabet: "uuid" });
    const arn = r.arn("autoscaling", `scalingPolicy:${id}:autoScalingGroupName/${group}:policyName/${r.logicalId}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, PolicyName: r.logicalId } };
  },
  create: "PutScalingPolicy",
  reads: ["DescribePolicies"],
  update: "PutScalingPolicy",
  delete: "DeletePolicy",
  on: { PutScalingPolicy: groupOf, DescribePolicies: anything, DeletePolicy: groupOf },
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-lifecyclehook.html */
const lifecycleHook = plainRule({
  type: "AWS::AutoScaling::LifecycleHook",
  service: autoScaling,
  name: { property: "LifecycleHookName", maxLength: 255 },
  identify: (r) => ({ physicalId: r.name, arn: null, attributes: {} }),
  create: "PutLifecycleHook",
  update: "PutLifecycleHook",
  delete: "DeleteLifecycleHook",
  on: { PutLifecycleHook: groupOf, DeleteLifecycleHook: groupOf },
  checks: (r) => passedRoles(r, "autoscaling.amazonaws.com", "RoleARN"),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scheduledaction.html */
const scheduledAction = plainRule({
  type: "AWS::AutoScaling::ScheduledAction",
  service: autoScaling,
  identify: (r) => {
    const name = `${r.target.stackName}-${r.logicalId}-${r.invent("name", { alphabet: "mixed", length: 12 })}`;
    return { physicalId: name, arn: null, attributes: { ScheduledActionName: name } };
  },
  create: "PutScheduledUpdateGroupAction",
  update: "PutScheduledUpdateGroupAction",
  delete: "DeleteScheduledAction",
  on: { PutScheduledUpdateGroupAction: groupOf, DeleteScheduledAction: groupOf },
});

export const autoScalingPolicyRules: readonly ResourceRule[] = [scalingPolicy, lifecycleHook, scheduledAction];
