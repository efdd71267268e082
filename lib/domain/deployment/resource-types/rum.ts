import { awsService } from "../aws-service";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { logDeliveryChecks } from "./log-delivery";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const rum = awsService({
  prefix: "rum",
  documentation: (operation) => `https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/API_${operation}.html`,
});

const roleSource = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles-RUM.html";
const logSource = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-permissions.html";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rum-appmonitor.html */
const appMonitor = plainRule({
  type: "AWS::RUM::AppMonitor",
  service: rum,
  name: { property: "Name", maxLength: 255 },
  identify: (r) => ({
    physicalId: r.name,
    arn: r.arn("rum", `appmonitor/${r.name}`),
    attributes: { Id: r.invent("id", { alphabet: "uuid" }) },
  }),
  create: "CreateAppMonitor",
  settings: monitorSettings,
  // The monitor is read back with its tags.
  reads: ["GetAppMonitor", "ListTagsForResource"],
  delete: "DeleteAppMonitor",
  on: { ListTagsForResource: anything },
  checksOnce: (r) => [
    ...serviceLinkedRole(r, {
      service: "rum.amazonaws.com",
      role: "AWSServiceRoleForCloudWatchRUM",
      through: "rum.amazonaws.com",
      source: roleSource,
    }),
    ...logChecks(r),
  ],
  change: monitorChange,
});

/** A copy of the events in CloudWatch Logs goes to a log group that RUM makes. */
function logChecks(r: ResourceView) {
  const cause = "CwLogEnabled";
  return when(r.text(cause) === "true", ...logDeliveryChecks(r, cause, "rum.amazonaws.com", logSource), {
    action: "logs:CreateLogGroup",
    resources: [
      r.arn(
        "logs",
        `log-group:/aws/vendedlogs/RUMService_${r.name}${r.invent("log group", { alphabet: "hex", length: 8 })}`,
      ),
    ],
    context: {},
    cause,
    source: logSource,
    through: ["rum.amazonaws.com"],
  });
}

function monitorSettings(r: ResourceView): readonly CallSpec[] {
  const destinations = "AppMonitorConfiguration.MetricDestinations";
  return [
    ...when(r.sets("ResourcePolicy"), rum.call("PutResourcePolicy", r.arnOfSelf, { cause: "ResourcePolicy" })),
    ...when(
      r.sets(destinations),
      rum.call("PutRumMetricsDestination", r.arnOfSelf, { cause: destinations }),
      rum.call("BatchCreateRumMetricDefinitions", r.arnOfSelf, { cause: destinations }),
    ),
  ];
}

function monitorChange(r: ResourceUpdate): readonly CallSpec[] {
  const settings = Object.keys({ ...r.before.properties, ...r.properties });
  const beside = ["Tags", "ResourcePolicy"];
  return [
    ...when(
      settings.some((name) => !beside.includes(name) && r.changed(name)),
      rum.call("UpdateAppMonitor", r.arnOfSelf, {
        cause: "Properties",
        also: when(r.changed("CwLogEnabled"), ...logChecks(r)),
      }),
    ),
    ...monitorSettings(r),
    ...when(r.removed("ResourcePolicy"), rum.call("DeleteResourcePolicy", r.arnOfSelf, { cause: "ResourcePolicy" })),
  ];
}

export const rumRules: readonly ResourceRule[] = [appMonitor];
