import type { FunctionEventSource } from "../event-source";
import { boolean, map, optional, required, text } from "../property";
import { makeRule } from "./rule";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedule.html */
export const schedule: FunctionEventSource = {
  type: "Schedule",
  properties: {
    Schedule: required(text),
    RuleName: optional(text),
    Input: optional(text),
    Enabled: optional(boolean),
    State: optional(text),
    Name: optional(text),
    Description: optional(text),
    DeadLetterConfig: optional(map),
    RetryPolicy: optional(map),
  },
  expand(event, target) {
    const { Schedule, Name, Description, Input } = event.properties;
    return makeRule(event, target, { ScheduleExpression: Schedule, Name, Description }, { Input });
  },
};
