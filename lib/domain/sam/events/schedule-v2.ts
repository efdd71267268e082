import type { FunctionEventSource, SamEvent } from "../event-source";
import { invalidEvent } from "../fault";
import { getAtt } from "../intrinsics";
import { assumeRolePolicy, invokeFunctionPolicy, sendMessagePolicy } from "../policy-statements";
import { boolean, map, optional, optionalStrict, type PropertyTable, required, text } from "../property";
import { makeResource, type Resource } from "../resource";
import { isGiven, type Value, type ValueMap } from "../value";
import { makeDeadLetterQueue } from "./dead-letter-queue";
import { withoutAbsent } from "./target";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html */
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

export const scheduleV2: FunctionEventSource = {
  type: "ScheduleV2",
  properties: scheduleV2Properties,
  expand(event, target) {
    return makeSchedule(event, {
      arn: () => target.arn(),
      attributes: () => target.passThroughAttributes(),
      policy: invokeFunctionPolicy(target.arn(), event.logicalId),
    });
  },
};

export interface ScheduledTarget {
  arn(): Value;
  attributes(): ValueMap;
  /** What the schedule's own role must allow. */
  readonly policy: ValueMap;
}

/** Schedule, its dead letter queue and its role; for functions and state machines alike. */
export function makeSchedule(event: SamEvent, target: ScheduledTarget): Resource[] {
  const { properties, logicalId } = event;
  const nameOmitted = isGiven(properties.OmitName);
  if (nameOmitted && isGiven(properties.Name)) throw invalidEvent(logicalId, "'Name' cannot be set together with 'OmitName'.");
  const deadLetters = makeDeadLetterQueue(logicalId, properties.DeadLetterConfig, () => target.attributes());
  const role = isGiven(properties.RoleArn) ? null : makeScheduleRole(event, target, deadLetters.arn);
  const schedule = makeResource("AWS::Scheduler::Schedule", logicalId, target.attributes(), {
    ScheduleExpression: properties.ScheduleExpression,
    FlexibleTimeWindow: isGiven(properties.FlexibleTimeWindow) ? properties.FlexibleTimeWindow : { Mode: "OFF" },
    Name: nameOmitted ? undefined : isGiven(properties.Name) ? properties.Name : logicalId,
    State: isGiven(properties.State) ? properties.State : undefined,
    Description: properties.Description,
    StartDate: properties.StartDate,
    EndDate: properties.EndDate,
    ScheduleExpressionTimezone: properties.ScheduleExpressionTimezone,
    GroupName: properties.GroupName,
    KmsKeyArn: properties.KmsKeyArn,
    Target: withoutAbsent({
      Arn: target.arn(),
      RoleArn: role === null ? properties.RoleArn : getAtt(role.logicalId, "Arn"),
      Input: properties.Input,
      DeadLetterConfig: deadLetters.arn === undefined ? undefined : { Arn: deadLetters.arn },
      RetryPolicy: properties.RetryPolicy,
    }),
  });
  return [schedule, ...deadLetters.resources, ...(role === null ? [] : [role])];
}

function makeScheduleRole(event: SamEvent, target: ScheduledTarget, deadLetterArn: Value | undefined): Resource {
  const { PermissionsBoundary } = event.properties;
  const policies: Value[] = [target.policy];
  if (isGiven(deadLetterArn)) policies.push(sendMessagePolicy(deadLetterArn, event.logicalId));
  return makeResource("AWS::IAM::Role", `${event.logicalId}Role`, target.attributes(), {
    AssumeRolePolicyDocument: assumeRolePolicy("scheduler.amazonaws.com"),
    Policies: policies,
    PermissionsBoundary: isGiven(PermissionsBoundary) ? PermissionsBoundary : undefined,
  });
}
