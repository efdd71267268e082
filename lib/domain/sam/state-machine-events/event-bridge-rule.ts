import { ruleDeadLetterQueue } from "../event-rule-targets";
import type { StateMachineEventSource } from "../event-source";
import { getAtt } from "../intrinsics";
import { map, optional, optionalStrict, text } from "../property";
import { makeResource } from "../resource";
import { isGiven, isMap } from "../value";
import { stateMachineRuleTarget } from "./rule-target";
import { startExecutionRole } from "./start-execution-role";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventbridgerule.html */
export const eventBridgeRuleOfStateMachine: StateMachineEventSource = {
  type: "EventBridgeRule",
  properties: {
    EventBusName: optional(text),
    RuleName: optional(text),
    Pattern: optional(map),
    Input: optional(text),
    InputPath: optional(text),
    DeadLetterConfig: optional(map),
    RetryPolicy: optional(map),
    State: optional(text),
    Target: optionalStrict(map),
    InputTransformer: optional(map),
  },
  expand(event, target) {
    const { logicalId, properties } = event;
    const attributes = () => target.passThroughAttributes();
    const role = startExecutionRole(event, target, "events.amazonaws.com");
    const config = properties.DeadLetterConfig;
    const deadLetters = isMap(config) ? ruleDeadLetterQueue(config, logicalId, attributes()) : null;
    const passed = ["Input", "InputPath", "RetryPolicy", "InputTransformer"];
    const rule = makeResource("AWS::Events::Rule", logicalId, attributes(), {
      EventBusName: properties.EventBusName,
      EventPattern: properties.Pattern,
      Name: properties.RuleName,
      State: isGiven(properties.State) ? properties.State : undefined,
      Targets: [stateMachineRuleTarget(event, target, getAtt(role.logicalId, "Arn"), deadLetters?.arn, passed)],
    });
    return [rule, role, ...(deadLetters?.resources ?? [])];
  },
};

/** The older name of the same event. */
export const cloudWatchEventOfStateMachine: StateMachineEventSource = {
  ...eventBridgeRuleOfStateMachine,
  type: "CloudWatchEvent",
};
