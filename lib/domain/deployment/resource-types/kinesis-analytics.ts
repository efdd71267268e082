import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";

const analytics = awsService({
  prefix: "kinesisanalytics",
  documentation: (operation) => `https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisanalyticsv2-application.html */
const application = plainRule({
  type: "AWS::KinesisAnalyticsV2::Application",
  service: analytics,
  name: { property: "ApplicationName", maxLength: 128 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("kinesisanalytics", `application/${r.name}`), attributes: {} }),
  create: "CreateApplication",
  settings: (r) =>
    when(
      r.has("ApplicationMaintenanceConfiguration"),
      analytics.call("UpdateApplicationMaintenanceConfiguration", r.arnOfSelf, {
        cause: "ApplicationMaintenanceConfiguration",
      }),
    ),
  reads: ["DescribeApplication"],
  update: "UpdateApplication",
  delete: "DeleteApplication",
  gone: "DescribeApplication",
  on: { CreateApplication: anything },
  checks: (r) => passedRoles(r, "kinesisanalytics.amazonaws.com", "ServiceExecutionRole"),
});

export const kinesisAnalyticsRules: readonly ResourceRule[] = [application];
