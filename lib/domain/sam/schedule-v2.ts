import { deadLetterQueue } from "./event-rule-targets";
import type { SamEvent } from "./event-source";
import { invalidEvent } from "./fault";
import { getAtt } from "./intrinsics";
import { assumeRolePolicy, sendMessagePolicy } from "./policy-statements";
import { boolean, map, optional, optionalStrict, type PropertyTable, required, text } from "./property";
import { makeResource, type Resource } from "./resource";
import { isGiven, isMap, type Value, type ValueMap } from "./value";

/**
 * `ScheduleV2` of functions and state machines alike.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html
 */
export const scheduleV2Properties: PropertyTable = {
  PermissionsBoundary: optional(text),
  ScheduleExpression: required(text),
  FlexibleTimeWindow: optional(map),
  Name: optional(text),
  State: optional(text),
  Description: optional(text),
  StartDate: optional(text),
  EndDate: optional(text),
  ScheduleExpressionTimezone: optional(text),
  GroupName: optional(text),
  KmsKeyArn: optional(text),
  Input: optional(text),
  RoleArn: optional(text),
  DeadLetterConfig: optional(map),
  RetryPolicy: optional(map),
  OmitName: optionalStrict(boolean),
};

export interface ScheduleTarget {
  readonly arn: () => Value;
  readonly attributes: () => ValueMap;
  /** The inline policy that lets the schedule's role start the target; named after the schedule. */
  readonly startPolicy: (scheduleId: string) => ValueMap;
}

/** The schedule, its dead letter queue and its role, as far as they are generated. */
export function expandScheduleV2(event: SamEvent, target: ScheduleTarget): Resource[] {
  const { logicalId, properties } = event;
  const config = isMap(properties.DeadLetterConfig) ? properties.DeadLetterConfig : null;
  const deadLetters = config ? deadLetterQueue(config, logicalId, target.attributes()) : null;
  const role = isGiven(properties.RoleArn) ? null : makeRole(event, target, deadLetters?.arn);
  const schedule = makeResource("AWS::Scheduler::Schedule", logicalId, target.attributes(), {
    ScheduleExpression: properties.ScheduleExpression,
    State: isGiven(properties.State) ? properties.State : undefined,
    Name: scheduleName(event),
    Description: properties.Description,
    FlexibleTimeWindow: isGiven(properties.FlexibleTimeWindow) ? properties.FlexibleTimeWindow : { Mode: "OFF" },
    StartDate: properties.StartDate,
    EndDate: properties.EndDate,
    ScheduleExpressionTimezone: properties.ScheduleExpressionTimezone,
    GroupName: properties.GroupName,
    KmsKeyArn: properties.KmsKeyArn,
    Target: scheduleTarget(
      properties,
      target,
      role ? getAtt(role.logicalId, "Arn") : properties.RoleArn,
      deadLetters?.arn,
    ),
  });
  return [schedule, ...(deadLetters?.resources ?? []), ...(role ? [role] : [])];
}

/** Named like its logical id unless told otherwise, so the same template cannot be deployed twice to one group. */
function scheduleName({ logicalId, properties }: SamEvent): Value | undefined {
  if (!isGiven(properties.OmitName)) return isGiven(properties.Name) ? properties.Name : logicalId;
  if (isGiven(properties.Name)) throw invalidEvent(logicalId, "'Name' cannot be given together with 'OmitName: true'.");
  return undefined;
}

/** No function-wide or Globals boundary reaches this role: only the event's own `PermissionsBoundary` does. */
function makeRole(
  { logicalId, properties }: SamEvent,
  target: ScheduleTarget,
  deadLetterArn: Value | undefined,
): Resource {
  const policies = [target.startPolicy(logicalId)];
  if (isGiven(deadLetterArn)) policies.push(sendMessagePolicy(deadLetterArn, logicalId));
  return makeResource("AWS::IAM::Role", `${logicalId}Role`, target.attributes(), {
    AssumeRolePolicyDocument: assumeRolePolicy("scheduler.amazonaws.com"),
    Policies: policies,
    PermissionsBoundary: isGiven(properties.PermissionsBoundary) ? properties.PermissionsBoundary : undefined,
  });
}

function scheduleTarget(
  properties: ValueMap,
  target: ScheduleTarget,
  roleArn: Value | undefined,
  deadLetterArn: Value | undefined,
): ValueMap {
  const described: ValueMap = { Arn: target.arn(), RoleArn: roleArn ?? null };
  if (isPresent(properties.Input)) described.Input = properties.Input;
  if (isPresent(properties.DeadLetterConfig)) described.DeadLetterConfig = { Arn: deadLetterArn ?? null };
  if (isPresent(properties.RetryPolicy)) described.RetryPolicy = properties.RetryPolicy;
  return described;
}

function isPresent(value: Value | undefined): value is Value {
  return value !== undefined && value !== null;
}
