import type { JsonObject } from "../../json";
import { awsService } from "../aws-service";
import { passRole, tagContext } from "../common-checks";
import { readText, sameJson } from "../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";

const sns = awsService({
  prefix: "sns",
  documentation: (operation) => `https://docs.aws.amazon.com/sns/latest/api/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
const topic: ResourceRule = {
  type: "AWS::SNS::Topic",
  name: { property: "TopicName", maxLength: 256 },
  identify: (r) => {
    const name = r.text("FifoTopic") === "true" && !r.has("TopicName") ? `${r.name}.fifo` : r.name;
    const arn = r.arn("sns", name);
    return { physicalId: arn, arn, attributes: { TopicArn: arn, TopicName: name } };
  },
  create: (r) => [
    // CreateTopic would take over a topic of that name, so CloudFormation looks first.
    sns.call("GetTopicAttributes", r.arnOfSelf),
    sns.call("CreateTopic", r.arnOfSelf, {
      context: tagContext(r),
      also: [
        ...tagOnCreate(sns, r),
        ...when(
          r.has("DataProtectionPolicy"),
          sns.check("PutDataProtectionPolicy", r.arnOfSelf, { cause: "DataProtectionPolicy" }),
        ),
      ],
    }),
    ...r.list("Subscription").map((subscription) => subscribe(r, r.arnOfSelf, subscription, "Subscription")),
  ],
  update: (r) => [
    sns.call("GetTopicAttributes", r.arnOfSelf, { cause: "Properties" }),
    ...when(r.changed(...topicAttributes), sns.call("SetTopicAttributes", r.arnOfSelf, { cause: "Properties" })),
    ...when(
      r.changed("DataProtectionPolicy"),
      sns.call("PutDataProtectionPolicy", r.arnOfSelf, { cause: "DataProtectionPolicy" }),
    ),
    sns.call("ListSubscriptionsByTopic", r.arnOfSelf, { cause: "Properties" }),
    ...subscriptionChanges(r),
    ...tagChanges(sns, r),
  ],
  delete: (r) => [sns.call("GetTopicAttributes", r.arnOfSelf), sns.call("DeleteTopic", r.arnOfSelf)],
};

const topicAttributes = [
  "ArchivePolicy",
  "ContentBasedDeduplication",
  "DeliveryStatusLogging",
  "DisplayName",
  "FifoThroughputScope",
  "KmsMasterKeyId",
  "SignatureVersion",
  "TracingConfig",
] as const;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html#sns-policy-keys */
function subscribe(r: ResourceView, topicArn: string, subscription: JsonObject, cause: string): CallSpec {
  return sns.call("Subscribe", topicArn, {
    cause,
    context: subscriptionContext(subscription),
    also: subscriptionRole(r),
  });
}

function subscriptionContext({ Protocol, Endpoint }: JsonObject): CheckSpec["context"] {
  const [protocol, endpoint] = [readText(Protocol), readText(Endpoint)];
  return {
    ...(protocol === undefined ? {} : { "sns:Protocol": [protocol] }),
    ...(endpoint === undefined ? {} : { "sns:Endpoint": [endpoint] }),
  };
}

/**
 * Firehose subscriptions carry a role. An update sets the attributes that differ, so it hands over the role only where that
 * is another.
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-sns, subscription/UpdateHandler.java
 */
function subscriptionRole(r: ResourceView): readonly CheckSpec[] {
  const roleArn = r.sets("SubscriptionRoleArn") ? r.text("SubscriptionRoleArn") : undefined;
  return roleArn === undefined ? [] : [passRole(roleArn, "sns.amazonaws.com", "SubscriptionRoleArn")];
}

function subscriptionChanges(r: ResourceUpdate): readonly CallSpec[] {
  const before = r.before.list("Subscription");
  const after = r.list("Subscription");
  const added = after.filter((item) => !before.some((other) => sameJson(item, other)));
  const gone = before.filter((item) => !after.some((other) => sameJson(item, other)));
  return [
    ...when(gone.length > 0, sns.call("Unsubscribe", r.arnOfSelf, { cause: "Subscription" })),
    ...added.map((item) => subscribe(r, r.arnOfSelf, item, "Subscription")),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
const subscription: ResourceRule = {
  type: "AWS::SNS::Subscription",
  identify: (r) => {
    const arn = `${topicOf(r)}:${r.invent("id", { alphabet: "uuid" })}`;
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  create: (r) => [subscribe(r, topicOf(r), r.properties, "Type")],
  update: (r) => [
    sns.call("SetSubscriptionAttributes", topicOf(r), { cause: "Properties", also: subscriptionRole(r) }),
  ],
  // A subscription that is not confirmed cannot be removed, so CloudFormation looks first; both are checked on the topic.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-sns, subscription/DeleteHandler.java
  delete: (r) => [sns.call("GetSubscriptionAttributes", topicOf(r)), sns.call("Unsubscribe", topicOf(r))],
};

function topicOf(r: ResourceView): string {
  return r.text("TopicArn") ?? r.arn("sns", r.invent("topic", { alphabet: "lower", length: 12 }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html */
const topicPolicy: ResourceRule = {
  type: "AWS::SNS::TopicPolicy",
  identify: (r) => ({ physicalId: r.name.toLowerCase(), arn: null, attributes: {} }),
  create: (r) => setPolicies(r),
  // Topics that are no longer named get the policy back that they had at first.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-sns, topicpolicy/UpdateHandler.java
  update: (r) => [...setPolicies(r), ...setPolicies(r.before, r.texts("Topics"))],
  delete: (r) => setPolicies(r),
};

function setPolicies(r: ResourceView, except: readonly string[] = []): readonly CallSpec[] {
  const topics = r.texts("Topics").filter((arn) => !except.includes(arn));
  return topics.map((arn) => sns.call("SetTopicAttributes", arn, { cause: "Topics" }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicinlinepolicy.html */
const topicInlinePolicy: ResourceRule = {
  type: "AWS::SNS::TopicInlinePolicy",
  identify: (r) => ({ physicalId: topicOf(r), arn: null, attributes: {} }),
  create: setOnePolicy,
  update: setOnePolicy,
  delete: setOnePolicy,
};

function setOnePolicy(r: ResourceView): readonly CallSpec[] {
  return [sns.call("GetTopicAttributes", topicOf(r)), sns.call("SetTopicAttributes", topicOf(r))];
}

export const snsRules: readonly ResourceRule[] = [topic, subscription, topicPolicy, topicInlinePolicy];
