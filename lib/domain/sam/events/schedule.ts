import type { FunctionEventSource } from "../event-source";
import { getAtt } from "../intrinsics";
import { boolean, map, optional, required, text } from "../property";
import { makeResource } from "../resource";
import { makeRuleDeadLetterQueue } from "./dead-letter-queue";
import { makePermission } from "./permission";
import { ruleState, ruleTargetId } from "./rule";
import { withoutAbsent } from "./target";

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
    const { Schedule, Name, Description, Input, RetryPolicy, DeadLetterConfig } = event.properties;
    const attributes = target.passThroughAttributes;
    const State = ruleState(event);
    const ruleArn = getAtt(event.logicalId, "Arn");
    const deadLetters = makeRuleDeadLetterQueue(event.logicalId, DeadLetterConfig, ruleArn, attributes);
    const rule = makeResource("AWS::Events::Rule", event.logicalId, attributes(), {
      ScheduleExpression: Schedule,
      State,
      Name,
      Description,
      Targets: [
        withoutAbsent({
          Arn: target.arn(),
          Id: ruleTargetId(event.logicalId, "LambdaTarget"),
          Input,
          DeadLetterConfig: deadLetters.arn === undefined ? undefined : { Arn: deadLetters.arn },
          RetryPolicy,
        }),
      ],
    });
    const permission = makePermission(event, target, { principal: "events.amazonaws.com", sourceArn: ruleArn });
    return [rule, ...deadLetters.resources, permission];
  },
};
