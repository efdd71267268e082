import { awsService } from "../aws-service";
import { passRole } from "../common-checks";
import { readObjects } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";

const autoScaling = awsService({
  prefix: "application-autoscaling",
  eventSource: "autoscaling.amazonaws.com",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/autoscaling/application/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html */
const scalableTarget: ResourceRule = {
  type: "AWS::ApplicationAutoScaling::ScalableTarget",
  identify: (r) => {
    const id = [r.text("ResourceId"), r.text("ScalableDimension"), r.text("ServiceNamespace")].join("|");
    const arn = r.arn("application-autoscaling", `scalable-target/${r.invent("id", { alphabet: "hex", length: 32 })}`);
    return { physicalId: id, arn, attributes: { Id: id } };
  },
  create: (r) => [
    autoScaling.call("RegisterScalableTarget", r.arnOfSelf, {
      context: dimension(r),
      also: [...targetRole(r), ...linkedRole(r)],
    }),
    ...scheduledActions(r),
  ],
  update: (r) => [
    autoScaling.call("RegisterScalableTarget", r.arnOfSelf, {
      cause: "Properties",
      context: dimension(r),
      also: targetRole(r),
    }),
    ...when(r.changed("ScheduledActions"), ...scheduledActions(r)),
  ],
  delete: (r) => [autoScaling.call("DeregisterScalableTarget", r.arnOfSelf, { context: dimension(r) })],
};

/** https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_service-with-iam.html */
function dimension(r: ResourceView): CheckSpec["context"] {
  const [scalable, namespace] = [r.text("ScalableDimension"), r.text("ServiceNamespace")];
  return {
    ...(scalable === undefined ? {} : { "application-autoscaling:scalable-dimension": [scalable] }),
    ...(namespace === undefined ? {} : { "application-autoscaling:service-namespace": [namespace] }),
  };
}

/** A service-linked role that is named as the target's role is not passed. */
function targetRole(r: ResourceView): readonly CheckSpec[] {
  const roleArn = r.text("RoleARN");
  if (roleArn === undefined || roleArn.includes(":role/aws-service-role/")) return [];
  return [passRole(roleArn, "application-autoscaling.amazonaws.com", "RoleARN")];
}

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  if (r.settings.account.serviceLinkedRolesExist) return [];
  const service = `${r.text("ServiceNamespace") ?? "dynamodb"}.application-autoscaling.amazonaws.com`;
  return [
    {
      action: "iam:CreateServiceLinkedRole",
      resources: [
        r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForApplicationAutoScaling_*`, { region: "" }),
      ],
      context: { "iam:AWSServiceName": [service] },
      cause: "Type",
      source:
        "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html",
      through: ["application-autoscaling.amazonaws.com"],
    },
  ];
}

function scheduledActions(r: ResourceView): readonly CallSpec[] {
  const given = readObjects(r.get("ScheduledActions")).length > 0;
  return when(
    given,
    autoScaling.call("PutScheduledAction", r.arnOfSelf, { cause: "ScheduledActions", context: dimension(r) }),
  );
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html */
const scalingPolicy: ResourceRule = {
  type: "AWS::ApplicationAutoScaling::ScalingPolicy",
  identify: (r) => {
    const arn = r.arn(
      "autoscaling",
      `scalingPolicy:${r.invent("id", { alphabet: "uuid" })}:resource/${r.text("ResourceId") ?? ""}:policyName/${r.text("PolicyName") ?? r.logicalId}`,
    );
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: (r) => [autoScaling.call("PutScalingPolicy", targetArn(r), { context: dimension(r) }), describe()],
  update: (r) => [autoScaling.call("PutScalingPolicy", targetArn(r), { cause: "Properties", context: dimension(r) })],
  delete: (r) => [describe(), autoScaling.call("DeleteScalingPolicy", targetArn(r), { context: dimension(r) })],
};

function describe(): CallSpec {
  return autoScaling.call("DescribeScalingPolicies", "*");
}

/** Policies are checked on the target that they scale. */
function targetArn(r: ResourceView): string {
  const target = r.findByReference(r.text("ScalingTargetId") ?? "");
  return (
    target?.identity.arn ??
    r.arn("application-autoscaling", `scalable-target/${r.invent("target", { alphabet: "hex", length: 32 })}`)
  );
}

export const applicationAutoScalingRules: readonly ResourceRule[] = [scalableTarget, scalingPolicy];
