import { invalidEvent } from "./fault";
import { getAtt, ref } from "./intrinsics";
import { makeResource, type Resource } from "./resource";
import { isMap, type Value, type ValueMap } from "./value";

/** EventBridge allows 64 characters. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
const longestTargetId = 64;

/** The target's id: the user's own, else the event's id with the suffix, shortened where it would be too long. */
export function targetId(eventLogicalId: string, suffix: string, target: Value | undefined): Value {
  if (isMap(target) && target.Id !== undefined) return target.Id;
  return eventLogicalId.slice(0, longestTargetId - suffix.length) + suffix;
}

export interface DeadLetterQueue {
  readonly arn: Value;
  /** The queue, and for rules the policy that lets EventBridge send to it; none where the user names a queue. */
  readonly resources: readonly Resource[];
}

/** Dead letters of an EventBridge rule. */
export function ruleDeadLetterQueue(config: ValueMap, eventLogicalId: string, attributes: ValueMap): DeadLetterQueue {
  const queue = deadLetterQueue(config, eventLogicalId, attributes);
  const [generated] = queue.resources;
  if (!generated) return queue;
  const statement = {
    Action: "sqs:SendMessage",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Resource: getAtt(generated.logicalId, "Arn"),
    Condition: { ArnEquals: { "aws:SourceArn": getAtt(eventLogicalId, "Arn") } },
  };
  const policy = makeResource(
    "AWS::SQS::QueuePolicy",
    `${eventLogicalId}QueuePolicy`,
    { ...attributes },
    {
      PolicyDocument: { Version: "2012-10-17", Statement: [statement] },
      Queues: [ref(generated.logicalId)],
    },
  );
  return { arn: queue.arn, resources: [generated, policy] };
}

/** Dead letters of a schedule, which reaches the queue with its own role. */
export function deadLetterQueue(config: ValueMap, eventLogicalId: string, attributes: ValueMap): DeadLetterQueue {
  checkDeadLetterConfig(config, eventLogicalId);
  if (config.Arn !== undefined && config.Arn !== null) return { arn: config.Arn, resources: [] };
  const queueId = config.QueueLogicalId ?? null;
  if (queueId !== null && typeof queueId !== "string") {
    throw invalidEvent(eventLogicalId, "'QueueLogicalId' of DeadLetterConfig must be a string.");
  }
  const queue = makeResource("AWS::SQS::Queue", queueId || `${eventLogicalId}Queue`, { ...attributes });
  return { arn: getAtt(queue.logicalId, "Arn"), resources: [queue] };
}

function checkDeadLetterConfig(config: ValueMap, eventLogicalId: string): void {
  const hasArn = Object.hasOwn(config, "Arn");
  const hasType = Object.hasOwn(config, "Type");
  if (hasArn && hasType) throw invalidEvent(eventLogicalId, "DeadLetterConfig takes 'Arn' or 'Type', not both.");
  if (!hasArn && !hasType) throw invalidEvent(eventLogicalId, "DeadLetterConfig needs 'Arn' or 'Type'.");
  if (hasType && config.Type !== "SQS")
    throw invalidEvent(eventLogicalId, "'Type' of DeadLetterConfig can only be 'SQS'.");
}
