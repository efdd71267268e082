import { ruleDeadLetterQueue, targetId } from "../event-rule-targets";
import type { FunctionTarget, SamEvent } from "../event-source";
import { invalidEvent } from "../fault";
import { getAtt } from "../intrinsics";
import { makeResource, type Resource } from "../resource";
import { type Fields, isGiven, isMap, type Value, type ValueMap } from "../value";
import { makePermission } from "./permission";

/** An EventBridge rule that invokes the function, with its dead letter queue and the permission to invoke. */
export function makeRule(event: SamEvent, target: FunctionTarget, rule: Fields, input: Fields): Resource[] {
  const { properties, logicalId } = event;
  const config = isMap(properties.DeadLetterConfig) ? properties.DeadLetterConfig : null;
  const deadLetters = config === null ? null : ruleDeadLetterQueue(config, logicalId, target.passThroughAttributes());
  const invoked: ValueMap = { Arn: target.arn(), Id: targetId(logicalId, "LambdaTarget", properties.Target) };
  const details = { ...input, DeadLetterConfig: deadLetters === null ? null : { Arn: deadLetters.arn } };
  for (const [name, value] of Object.entries({ ...details, RetryPolicy: properties.RetryPolicy })) {
    if (value !== undefined && value !== null) invoked[name] = value;
  }
  const ruleArn = getAtt(logicalId, "Arn");
  return [
    makeResource("AWS::Events::Rule", logicalId, target.passThroughAttributes(), {
      ...rule,
      State: ruleState(event),
      Targets: [invoked],
    }),
    ...(deadLetters?.resources ?? []),
    makePermission(event, target, { principal: "events.amazonaws.com", sourceArn: ruleArn }),
  ];
}

/** `ENABLED` or `DISABLED` from `State` or `Enabled`, of which only one may be given. */
function ruleState(event: SamEvent): Value | undefined {
  const { State: state, Enabled: enabled } = event.properties;
  const enabledGiven = enabled !== undefined && enabled !== null;
  if (isGiven(state) && enabledGiven) throw invalidEvent(event.eventId, "Set 'State' or 'Enabled', not both.");
  if (enabledGiven) return isGiven(enabled) ? "ENABLED" : "DISABLED";
  return isGiven(state) ? state : undefined;
}
