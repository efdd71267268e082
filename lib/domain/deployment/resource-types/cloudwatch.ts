import { awsService } from "../aws-service";
import { tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../tag-calls";

export const cloudWatch = awsService({
  prefix: "cloudwatch",
  eventSource: "monitoring.amazonaws.com",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
const alarmRule = (type: string, operation: string): ResourceRule => ({
  type,
  name: { property: "AlarmName", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("cloudwatch", `alarm:${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    putAlarm(r, operation, [...tagOnCreate(cloudWatch, r), ...instanceRole(r)]),
    cloudWatch.call("DescribeAlarms", r.arnOfSelf),
  ],
  update: (r) => [...when(changedBesideTags(r), putAlarm(r, operation, instanceRole(r))), ...tagChanges(cloudWatch, r)],
  delete: (r) => [cloudWatch.call("DeleteAlarms", r.arnOfSelf), cloudWatch.call("DescribeAlarms", r.arnOfSelf)],
});

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-alarm-actions.html */
function putAlarm(r: ResourceView, operation: string, also: readonly CheckSpec[]): CallSpec {
  const actions = ["AlarmActions", "OKActions", "InsufficientDataActions"].flatMap((property) => r.texts(property));
  const context = { ...tagContext(r), ...(actions.length > 0 ? { "cloudwatch:AlarmActions": actions } : {}) };
  return cloudWatch.call(operation, r.arnOfSelf, { context, also });
}

/**
 * An alarm that stops or reboots an instance does so with a service-linked role.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles.html
 */
function instanceRole(r: ResourceView): readonly CheckSpec[] {
  const service = "events.amazonaws.com";
  const actsOnInstances = r.texts("AlarmActions").some((action) => /^arn:[^:]+:(automate|swf):/.test(action));
  return when(actsOnInstances && !r.settings.account.serviceLinkedRolesExist, {
    action: "iam:CreateServiceLinkedRole",
    resources: [r.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForCloudWatchEvents`, { region: "" })],
    context: { "iam:AWSServiceName": [service] },
    cause: "AlarmActions",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles.html",
    through: ["cloudwatch.amazonaws.com"],
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html */
const dashboard: ResourceRule = {
  type: "AWS::CloudWatch::Dashboard",
  name: { property: "DashboardName", maxLength: 255 },
  identify: (r) => ({
    physicalId: r.name,
    arn: r.arn("cloudwatch", `dashboard/${r.name}`, { region: "" }),
    attributes: {},
  }),
  create: (r) => [
    // PutDashboard would overwrite a dashboard of that name.
    cloudWatch.call("GetDashboard", r.arnOfSelf),
    cloudWatch.call("PutDashboard", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(cloudWatch, r) }),
  ],
  update: (r) => [
    ...when(r.changed("DashboardBody"), cloudWatch.call("PutDashboard", r.arnOfSelf, { cause: "DashboardBody" })),
    ...tagChanges(cloudWatch, r),
  ],
  delete: (r) => [cloudWatch.call("DeleteDashboards", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-anomalydetector.html */
const anomalyDetector: ResourceRule = {
  type: "AWS::CloudWatch::AnomalyDetector",
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    return { physicalId: id, arn: null, attributes: { Id: id } };
  },
  create: () => [cloudWatch.call("PutAnomalyDetector", "*")],
  update: () => [cloudWatch.call("PutAnomalyDetector", "*", { cause: "Properties" })],
  delete: () => [cloudWatch.call("DeleteAnomalyDetector", "*")],
};

export const cloudWatchRules: readonly ResourceRule[] = [
  alarmRule("AWS::CloudWatch::Alarm", "PutMetricAlarm"),
  alarmRule("AWS::CloudWatch::CompositeAlarm", "PutCompositeAlarm"),
  dashboard,
  anomalyDetector,
];
