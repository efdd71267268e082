import type { FunctionEventSource } from "../event-source";
import { invokeFunctionPolicy } from "../policy-statements";
import { expandScheduleV2, scheduleV2Properties } from "../schedule-v2";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html */
export const scheduleV2: FunctionEventSource = {
  type: "ScheduleV2",
  properties: scheduleV2Properties,
  expand(event, target) {
    return expandScheduleV2(event, {
      arn: () => target.arn(),
      attributes: () => target.passThroughAttributes(),
      startPolicy: (scheduleId) => invokeFunctionPolicy(target.arn(), scheduleId),
    });
  },
};
