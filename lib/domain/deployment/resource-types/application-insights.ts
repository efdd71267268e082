import { awsService } from "../aws-service";
import type { CallSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const insights = awsService({
  prefix: "applicationinsights",
  documentation: (operation) => `https://docs.aws.amazon.com/cloudwatch/latest/APIReference/API_${operation}.html`,
});

const nothing = {
  CreateApplication: anything,
  DescribeApplication: anything,
  UpdateApplication: anything,
  DeleteApplication: anything,
  TagResource: anything,
};

/** None of its actions knows resources; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationinsights-application.html */
const application = plainRule({
  type: "AWS::ApplicationInsights::Application",
  service: insights,
  identify: (r) => {
    const arn = r.arn("applicationinsights", `application/resource-group/${r.text("ResourceGroupName") ?? r.name}`);
    return { physicalId: arn, arn, attributes: { ApplicationARN: arn } };
  },
  create: "CreateApplication",
  settings: monitoring,
  // CloudFormation waits until the application is configured.
  reads: ["DescribeApplication"],
  delete: "DeleteApplication",
  gone: "DescribeApplication",
  on: nothing,
  change: (r) => [
    insights.call("UpdateApplication", "*", { cause: "Properties" }),
    ...monitoring(r),
    insights.call("DescribeApplication", "*", { cause: "Properties" }),
  ],
});

function monitoring(r: ResourceView): readonly CallSpec[] {
  const call = (operation: string, cause: string) => insights.call(operation, "*", { cause });
  return [
    ...when(r.sets("LogPatternSets"), call("CreateLogPattern", "LogPatternSets")),
    ...when(r.sets("CustomComponents"), call("CreateComponent", "CustomComponents")),
    ...when(
      r.sets("ComponentMonitoringSettings"),
      call("DescribeComponent", "ComponentMonitoringSettings"),
      call("UpdateComponentConfiguration", "ComponentMonitoringSettings"),
    ),
  ];
}

export const applicationInsightsRules: readonly ResourceRule[] = [application];
