import type { FunctionEventSource } from "../event-source";
import { boolean, map, optional, text } from "../property";
import { makeRule } from "./rule";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventbridgerule.html */
export const eventBridgeRule: FunctionEventSource = {
  type: "EventBridgeRule",
  properties: {
    EventBusName: optional(text),
    RuleName: optional(text),
    Pattern: optional(map),
    DeadLetterConfig: optional(map),
    RetryPolicy: optional(map),
    Input: optional(text),
    InputPath: optional(text),
    Target: optional(map),
    Enabled: optional(boolean),
    State: optional(text),
    InputTransformer: optional(map),
  },
  expand(event, target) {
    const { EventBusName, Pattern, RuleName, Input, InputPath, InputTransformer } = event.properties;
    const rule = { EventBusName, EventPattern: Pattern, Name: RuleName };
    return makeRule(event, target, rule, { Input, InputPath, InputTransformer });
  },
};

/** The older name of the same event. */
export const cloudWatchEvent: FunctionEventSource = { ...eventBridgeRule, type: "CloudWatchEvent" };
