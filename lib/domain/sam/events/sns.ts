import type { FunctionEventSource, FunctionTarget, SamEvent } from "../event-source";
import { expectMap, inEvent } from "../expect";
import { invalidEvent } from "../fault";
import { getAtt, ref, referredId } from "../intrinsics";
import { boolean, map, oneOf, optional, passThrough, required, text } from "../property";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { copyValue, isGiven, mapEntryOf, type Value } from "../value";
import { makePermission } from "./permission";
import { sqs } from "./sqs";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html */
export const sns: FunctionEventSource = {
  type: "SNS",
  properties: {
    Topic: required(text),
    Region: optional(text),
    FilterPolicy: passThrough,
    FilterPolicyScope: passThrough,
    SqsSubscription: optional(oneOf(boolean, map)),
    RedrivePolicy: optional(map),
  },
  expand(event, target, context) {
    const { SqsSubscription, Topic = null } = event.properties;
    if (!isGiven(SqsSubscription)) {
      const permission = makePermission(event, target, { principal: "sns.amazonaws.com", sourceArn: Topic });
      return [permission, makeSubscription(event, target, "lambda", target.arn())];
    }
    return SqsSubscription === true
      ? throughOwnQueue(event, target, context)
      : throughGivenQueue(event, target, context);
  },
};

/** `SqsSubscription: true`: the transform makes the queue between topic and function. */
function throughOwnQueue(event: SamEvent, target: FunctionTarget, context: ExpansionContext): Resource[] {
  const fifo = isFifoTopic(event.properties.Topic, context);
  const queue = makeResource("AWS::SQS::Queue", `${event.logicalId}Queue`, target.passThroughAttributes(), {
    FifoQueue: isGiven(fifo) ? fifo : undefined,
  });
  const queueArn = getAtt(queue.logicalId, "Arn");
  return [
    ...makeQueueEvent(event, target, context, queueArn, 10),
    queue,
    makeQueuePolicy(event, target, `${event.logicalId}QueuePolicy`, queueArn, ref(queue.logicalId)),
    makeSubscription(event, target, "sqs", queueArn),
  ];
}

function throughGivenQueue(event: SamEvent, target: FunctionTarget, context: ExpansionContext): Resource[] {
  const subscription = expectMap(event.properties.SqsSubscription, inEvent(event.eventId, "SqsSubscription"));
  const { QueueArn, QueueUrl, QueuePolicyLogicalId, BatchSize } = subscription;
  if (!isGiven(QueueArn) || !isGiven(QueueUrl))
    throw invalidEvent(event.eventId, "'SqsSubscription' needs 'QueueArn' and 'QueueUrl'.");
  const policyId = isGiven(QueuePolicyLogicalId) ? QueuePolicyLogicalId : `${event.logicalId}QueuePolicy`;
  if (typeof policyId !== "string") throw invalidEvent(event.eventId, "'QueuePolicyLogicalId' must be a logical id.");
  return [
    ...makeQueueEvent(event, target, context, QueueArn, isGiven(BatchSize) ? BatchSize : 10),
    makeQueuePolicy(event, target, policyId, QueueArn, QueueUrl),
    makeSubscription(event, target, "sqs", QueueArn),
  ];
}

function isFifoTopic(topic: Value | undefined, context: ExpansionContext): Value | undefined {
  const topicId = referredId(topic);
  if (!topicId) return undefined;
  const properties = mapEntryOf(mapEntryOf(context.sourceResources, topicId), "Properties");
  return context.resolveParameters(properties?.FifoTopic === undefined ? undefined : copyValue(properties.FifoTopic));
}

function makeSubscription(event: SamEvent, target: FunctionTarget, protocol: string, endpoint: Value): Resource {
  const { Topic, Region, FilterPolicy, FilterPolicyScope, RedrivePolicy } = event.properties;
  return makeResource("AWS::SNS::Subscription", event.logicalId, target.passThroughAttributes(), {
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: Topic,
    Region,
    FilterPolicy,
    FilterPolicyScope,
    RedrivePolicy,
  });
}

function makeQueuePolicy(
  event: SamEvent,
  target: FunctionTarget,
  logicalId: string,
  queueArn: Value,
  queueUrl: Value,
): Resource {
  return makeResource("AWS::SQS::QueuePolicy", logicalId, target.passThroughAttributes(), {
    PolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Action: "sqs:SendMessage",
          Effect: "Allow",
          Principal: "*",
          Resource: queueArn,
          Condition: { ArnEquals: { "aws:SourceArn": event.properties.Topic ?? null } },
        },
      ],
    },
    Queues: [queueUrl],
  });
}

/** The function polls the queue as it would with an SQS event of its own. */
function makeQueueEvent(
  event: SamEvent,
  target: FunctionTarget,
  context: ExpansionContext,
  queueArn: Value,
  batchSize: Value,
): readonly Resource[] {
  const queueEvent: SamEvent = {
    logicalId: `${event.logicalId}EventSourceMapping`,
    eventId: event.eventId,
    type: "SQS",
    properties: { Queue: queueArn, BatchSize: batchSize, Enabled: true },
  };
  return sqs.expand(queueEvent, target, context);
}
