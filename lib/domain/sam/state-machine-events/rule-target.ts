import { targetId } from "../event-rule-targets";
import type { SamEvent, StateMachineTarget } from "../event-source";
import type { Value, ValueMap } from "../value";

/** The rule's target: the state machine, with the named properties of the event that belong to a target. */
export function stateMachineRuleTarget(
  { logicalId, properties }: SamEvent,
  target: StateMachineTarget,
  roleArn: Value,
  deadLetterArn: Value | undefined,
  passed: readonly string[],
): ValueMap {
  const described: ValueMap = {
    Arn: target.arn(),
    Id: targetId(logicalId, "StepFunctionsTarget", properties.Target),
    RoleArn: roleArn,
  };
  if (deadLetterArn !== undefined) described.DeadLetterConfig = { Arn: deadLetterArn };
  for (const name of passed) {
    const value = properties[name];
    if (value !== undefined && value !== null) described[name] = value;
  }
  return described;
}
