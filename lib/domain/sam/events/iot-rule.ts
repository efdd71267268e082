import type { FunctionEventSource } from "../event-source";
import { ref, sub } from "../intrinsics";
import { optional, required, text } from "../property";
import { makeResource } from "../resource";
import { isGiven, type ValueMap } from "../value";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-iotrule.html */
export const iotRule: FunctionEventSource = {
  type: "IoTRule",
  properties: { Sql: required(text), AwsIotSqlVersion: optional(text) },
  expand(event, target, context) {
    const { Sql = null, AwsIotSqlVersion } = event.properties;
    const permission = makePermission(event, target, {
      principal: "iot.amazonaws.com",
      sourceArn: sub(`arn:${context.partition}:iot:\${AWS::Region}:\${AWS::AccountId}:rule/\${RuleName}`, {
        RuleName: ref(event.logicalId),
      }),
      sourceAccount: sub("${AWS::AccountId}"),
    });
    const payload: ValueMap = { Sql, RuleDisabled: false, Actions: [{ Lambda: { FunctionArn: target.arn() } }] };
    if (isGiven(AwsIotSqlVersion)) payload.AwsIotSqlVersion = AwsIotSqlVersion;
    const rule = makeResource("AWS::IoT::TopicRule", event.logicalId, target.passThroughAttributes(), {
      TopicRulePayload: payload,
    });
    return [permission, rule];
  },
};
