import type { FunctionEventSource } from "../event-source";
import { sub } from "../intrinsics";
import { required, text } from "../property";
import { makeResource } from "../resource";
import { makePermission } from "./permission";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cloudwatchlogs.html */
export const cloudWatchLogs: FunctionEventSource = {
  type: "CloudWatchLogs",
  properties: { LogGroupName: required(text), FilterPattern: required(text) },
  expand(event, target, context) {
    const { LogGroupName = null, FilterPattern } = event.properties;
    const logGroup = `arn:${context.partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${__LogGroupName__}:*`;
    const permission = makePermission(event, target, {
      principal: "logs.amazonaws.com",
      sourceArn: sub(logGroup, { __LogGroupName__: LogGroupName }),
    });
    const filter = makeResource("AWS::Logs::SubscriptionFilter", event.logicalId, target.passThroughAttributes(), {
      LogGroupName,
      FilterPattern,
      DestinationArn: target.arn(),
    });
    filter.dependsOn = [permission.logicalId];
    return [permission, filter];
  },
};
