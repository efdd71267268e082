import { expect, it } from "vitest";
import { findResource } from "./edit-document";
import { templateChanges } from "./template-changes";

const conditional = {
  Bucket: { Type: "AWS::S3::Bucket", Condition: "IsProd" },
  Logs: { Type: "AWS::Logs::LogGroup", Condition: "IsProd" },
  Orders: { Type: "AWS::Serverless::Function", Condition: "IsProd" },
};

it.each([
  ["add-alarm", "AWS::CloudWatch::Alarm"],
  ["add-bucket-policy", "AWS::S3::BucketPolicy"],
  ["add-distribution", "AWS::CloudFront::Distribution"],
  ["add-state-machine", "AWS::Serverless::StateMachine"],
  ["allow-invocation", "AWS::Lambda::Permission"],
  ["count-log-lines", "AWS::Logs::MetricFilter"],
  ["store-setting", "AWS::SSM::Parameter"],
  ["subscribe-to-logs", "AWS::Logs::SubscriptionFilter"],
])("%s adds its %s under the condition of what it refers to", (id, type) => {
  const change = templateChanges.find((one) => one.id === id);
  const added = (resources: Parameters<NonNullable<typeof change>["apply"]>[0]) =>
    findResource(change?.apply({ Resources: resources })?.document ?? {}, type)?.resource.Condition;
  expect(added(conditional)).toBe("IsProd");
  const { Condition: _bucket, ...Bucket } = conditional.Bucket;
  const { Condition: _logs, ...Logs } = conditional.Logs;
  const { Condition: _orders, ...Orders } = conditional.Orders;
  expect(added({ Bucket, Logs, Orders })).toBeUndefined();
});
