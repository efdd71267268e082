import { awsService } from "../aws-service";
import type { CallSpec, CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles } from "./passed-roles";
import { plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const cloudTrail = awsService({
  prefix: "cloudtrail",
  documentation: (operation) => `https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html */
const trail: ResourceRule = plainRule({
  type: "AWS::CloudTrail::Trail",
  service: cloudTrail,
  name: { property: "TrailName", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("cloudtrail", `trail/${r.name}`);
    const topic = r.text("SnsTopicName") ?? "";
    const topicArn = topic === "" || topic.startsWith("arn:") ? topic : r.arn("sns", topic);
    return { physicalId: r.name, arn, attributes: { Arn: arn, SnsTopicArn: topicArn } };
  },
  create: "CreateTrail",
  settings: (r) => [
    ...selectorCalls(r),
    ...when(r.text("IsLogging") === "true", cloudTrail.call("StartLogging", r.arnOfSelf, { cause: "IsLogging" })),
  ],
  delete: "DeleteTrail",
  tagNames: { tag: "AddTags", untag: "RemoveTags" },
  checksOnce: trailChecks,
  change: (r) => [
    cloudTrail.call("UpdateTrail", r.arnOfSelf, { cause: "Properties", also: trailChecks(r) }),
    ...selectorCalls(r),
    ...when(
      r.changed("IsLogging"),
      cloudTrail.call(r.text("IsLogging") === "true" ? "StartLogging" : "StopLogging", r.arnOfSelf, {
        cause: "IsLogging",
      }),
    ),
  ],
});

function selectorCalls(r: ResourceView): readonly CallSpec[] {
  const selectors = ["EventSelectors", "AdvancedEventSelectors"].find((property) => r.sets(property));
  const insight = "InsightSelectors";
  return [
    ...(selectors === undefined ? [] : [cloudTrail.call("PutEventSelectors", r.arnOfSelf, { cause: selectors })]),
    ...when(r.sets(insight), cloudTrail.call("PutInsightSelectors", r.arnOfSelf, { cause: insight })),
  ];
}

function trailChecks(r: ResourceView): readonly CheckSpec[] {
  return [...passedRoles(r, "cloudtrail.amazonaws.com", "CloudWatchLogsRoleArn"), ...organizationChecks(r)];
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html */
function organizationChecks(r: ResourceView): readonly CheckSpec[] {
  const cause = "IsOrganizationTrail";
  if (r.text(cause) !== "true") return [];
  const source =
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html";
  const through = "cloudtrail.amazonaws.com";
  return [
    ...["DescribeOrganization", "ListAWSServiceAccessForOrganization"].map((name) => ({
      action: `organizations:${name}`,
      resources: ["*"],
      context: {},
      cause,
      source,
      through: [through],
    })),
    ...serviceLinkedRole(r, {
      service: "cloudtrail.amazonaws.com",
      role: "AWSServiceRoleForCloudTrail",
      cause,
      through,
      source,
    }),
  ];
}

export const cloudTrailRules: readonly ResourceRule[] = [trail];
