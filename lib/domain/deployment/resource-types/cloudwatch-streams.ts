import { awsService } from "../aws-service";
import type { ResourceRule } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";

const cloudWatch = awsService({
  prefix: "cloudwatch",
  eventSource: "monitoring.amazonaws.com",
  documentation: (operation) =>
    `https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-metricstream.html */
const metricStream = plainRule({
  type: "AWS::CloudWatch::MetricStream",
  service: cloudWatch,
  name: { property: "Name", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("cloudwatch", `metric-stream/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn, State: "running" } };
  },
  create: "PutMetricStream",
  reads: ["GetMetricStream"],
  update: "PutMetricStream",
  delete: "DeleteMetricStream",
  checks: (r) => passedRoles(r, "streams.metrics.cloudwatch.amazonaws.com", "RoleArn"),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-insightrule.html */
const insightRule = plainRule({
  type: "AWS::CloudWatch::InsightRule",
  service: cloudWatch,
  name: { property: "RuleName", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("cloudwatch", `insight-rule/${r.name}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, RuleName: r.name } };
  },
  create: "PutInsightRule",
  update: "PutInsightRule",
  delete: "DeleteInsightRules",
});

export const cloudWatchStreamRules: readonly ResourceRule[] = [metricStream, insightRule];
