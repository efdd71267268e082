import { ruleDeadLetterQueue } from "../event-rule-targets";
import type { SamEvent, StateMachineEventSource } from "../event-source";
import { invalidEvent } from "../fault";
import { getAtt } from "../intrinsics";
import { boolean, map, optional, optionalStrict, required, text } from "../property";
import { makeResource } from "../resource";
import { isGiven, isMap, type Value } from "../value";
import { stateMachineRuleTarget } from "./rule-target";
import { startExecutionRole } from "./start-execution-role";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineschedule.html */
export const scheduleOfStateMachine: StateMachineEventSource = {
  type: "Schedule",
  properties: {
    Schedule: required(text),
    Input: optional(text),
    Enabled: optional(boolean),
    State: optional(text),
    Name: optional(text),
    Description: optional(text),
    DeadLetterConfig: optional(map),
    RetryPolicy: optional(map),
    Target: optionalStrict(map),
    RoleArn: optionalStrict(text),
  },
  expand(event, target) {
    const { logicalId, properties } = event;
    const attributes = () => target.passThroughAttributes();
    const state = ruleState(event);
    const given = properties.RoleArn ?? null;
    const role = given === null ? startExecutionRole(event, target, "events.amazonaws.com") : null;
    const config = properties.DeadLetterConfig;
    const deadLetters = isMap(config) ? ruleDeadLetterQueue(config, logicalId, attributes()) : null;
    const roleArn = role ? getAtt(role.logicalId, "Arn") : given;
    const rule = makeResource("AWS::Events::Rule", logicalId, attributes(), {
      ScheduleExpression: properties.Schedule,
      State: state,
      Name: properties.Name,
      Description: properties.Description,
      Targets: [stateMachineRuleTarget(event, target, roleArn, deadLetters?.arn, ["Input", "RetryPolicy"])],
    });
    return [rule, ...(role ? [role] : []), ...(deadLetters?.resources ?? [])];
  },
};

function ruleState({ eventId, properties }: SamEvent): Value | undefined {
  const enabled = properties.Enabled ?? null;
  if (isGiven(properties.State) && enabled !== null) {
    throw invalidEvent(eventId, "'State' and 'Enabled' cannot be given together.");
  }
  if (enabled === null) return isGiven(properties.State) ? properties.State : undefined;
  return isGiven(enabled) ? "ENABLED" : "DISABLED";
}
