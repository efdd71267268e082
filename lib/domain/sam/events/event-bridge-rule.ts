import type { FunctionEventSource } from "../event-source";
import { getAtt } from "../intrinsics";
import { boolean, map, optional, text } from "../property";
import { makeResource } from "../resource";
import { entryOf } from "../value";
import { makeRuleDeadLetterQueue } from "./dead-letter-queue";
import { makePermission } from "./permission";
import { ruleState, ruleTargetId } from "./rule";
import { withoutAbsent } from "./target";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventbridgerule.html */
export const eventBridgeRule = ruleSource("EventBridgeRule");

/** The older name of the same event. */
export const cloudWatchEvent = ruleSource("CloudWatchEvent");

function ruleSource(type: string): FunctionEventSource {
  return {
    type,
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
      const { EventBusName, Pattern, RuleName, DeadLetterConfig, RetryPolicy } = event.properties;
      const { Input, InputPath, InputTransformer, Target } = event.properties;
      const attributes = target.passThroughAttributes;
      const ruleArn = getAtt(event.logicalId, "Arn");
      const deadLetters = makeRuleDeadLetterQueue(event.logicalId, DeadLetterConfig, ruleArn, attributes);
      const rule = makeResource("AWS::Events::Rule", event.logicalId, attributes(), {
        EventBusName,
        EventPattern: Pattern,
        Name: RuleName,
        State: ruleState(event),
        Targets: [
          withoutAbsent({
            Arn: target.arn(),
            Id: entryOf(Target, "Id") ?? ruleTargetId(event.logicalId, "LambdaTarget"),
            Input,
            InputPath,
            DeadLetterConfig: deadLetters.arn === undefined ? undefined : { Arn: deadLetters.arn },
            RetryPolicy,
            InputTransformer,
          }),
        ],
      });
      const permission = makePermission(event, target, { principal: "events.amazonaws.com", sourceArn: ruleArn });
      return [...deadLetters.resources, rule, permission];
    },
  };
}
