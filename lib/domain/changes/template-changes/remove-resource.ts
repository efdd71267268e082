import { listResources, removeResource } from "../edit-document";
import { asUpdate } from "../edit-functions";
import type { TemplateChange } from "../template-change";

const removable = [
  "AWS::Logs::LogGroup",
  "AWS::CloudWatch::Alarm",
  "AWS::DynamoDB::Table",
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
  "AWS::S3::Bucket",
  "AWS::SSM::Parameter",
  "AWS::Logs::SubscriptionFilter",
  "AWS::IAM::Role",
];

export const removeUnusedResource: TemplateChange = {
  id: "remove-resource",
  title: "Remove a resource that nothing refers to",
  group: "structure",
  kinds: [
    "remove/log-group",
    "remove/alarm",
    "remove/table",
    "remove/queue",
    "remove/topic",
    "remove/bucket",
    "remove/ssm-parameter",
    "remove/log-subscription",
    "remove/iam-role",
  ],
  apply(document) {
    const unused = listResources(document).findLast(
      ({ logicalId, type }) =>
        removable.includes(type) && !JSON.stringify(removeResource(document, logicalId)).includes(logicalId),
    );
    return unused && listResources(document).length > 1 ? asUpdate(removeResource(document, unused.logicalId)) : null;
  },
};
