import { invalidEvent } from "../fault";
import { getAtt, ref } from "../intrinsics";
import { makeResource, type Resource } from "../resource";
import { isMap, type Value, type ValueMap } from "../value";

export interface DeadLetterQueue {
  /** What the rule's or schedule's target names; undefined without a `DeadLetterConfig`. */
  readonly arn: Value | undefined;
  /** The queue, where the transform makes it, and its policy. */
  readonly resources: readonly Resource[];
}

/** Reads `DeadLetterConfig` of an event on an EventBridge rule; `ruleArn` is what may send to a generated queue. */
export function makeRuleDeadLetterQueue(eventLogicalId: string, config: Value | undefined, ruleArn: Value, attributes: () => ValueMap): DeadLetterQueue {
  const { arn, resources } = makeDeadLetterQueue(eventLogicalId, config, attributes);
  const [queue] = resources;
  if (queue === undefined) return { arn, resources };
  const policy = makeResource("AWS::SQS::QueuePolicy", `${eventLogicalId}QueuePolicy`, attributes(), {
    PolicyDocument: sendMessageDocument({ Service: "events.amazonaws.com" }, getAtt(queue.logicalId, "Arn"), ruleArn),
    Queues: [ref(queue.logicalId)],
  });
  return { arn, resources: [queue, policy] };
}

/** The same for a schedule, whose role may send: no policy on the queue. */
export function makeDeadLetterQueue(eventLogicalId: string, config: Value | undefined, attributes: () => ValueMap): DeadLetterQueue {
  if (!isMap(config)) return { arn: undefined, resources: [] };
  checkConfig(eventLogicalId, config);
  if (config.Arn !== undefined && config.Arn !== null) return { arn: config.Arn, resources: [] };
  const queueId = config.QueueLogicalId ?? "";
  if (typeof queueId !== "string") throw invalidEvent(eventLogicalId, "'QueueLogicalId' must be a string.");
  const queue = makeResource("AWS::SQS::Queue", queueId || `${eventLogicalId}Queue`, attributes());
  return { arn: getAtt(queue.logicalId, "Arn"), resources: [queue] };
}

export function sendMessageDocument(principal: Value, queueArn: Value, sourceArn: Value): ValueMap {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Action: "sqs:SendMessage",
        Effect: "Allow",
        Principal: principal,
        Resource: queueArn,
        Condition: { ArnEquals: { "aws:SourceArn": sourceArn } },
      },
    ],
  };
}

function checkConfig(eventLogicalId: string, config: ValueMap): void {
  const hasArn = Object.hasOwn(config, "Arn");
  const hasType = Object.hasOwn(config, "Type");
  if (hasArn && hasType) throw invalidEvent(eventLogicalId, "'DeadLetterConfig' takes 'Arn' or 'Type', not both.");
  if (hasType && config.Type !== "SQS") throw invalidEvent(eventLogicalId, "The 'Type' of 'DeadLetterConfig' can only be 'SQS'.");
  if (!hasArn && !hasType) throw invalidEvent(eventLogicalId, "'DeadLetterConfig' needs 'Arn' or 'Type'.");
}
