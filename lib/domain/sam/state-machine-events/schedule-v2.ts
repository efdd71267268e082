import type { StateMachineEventSource } from "../event-source";
import { startExecutionPolicy } from "../policy-statements";
import { expandScheduleV2, scheduleV2Properties } from "../schedule-v2";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineschedulev2.html */
export const scheduleV2OfStateMachine: StateMachineEventSource = {
  type: "ScheduleV2",
  properties: scheduleV2Properties,
  expand(event, target) {
    return expandScheduleV2(event, {
      arn: () => target.arn(),
      attributes: () => target.passThroughAttributes(),
      startPolicy: (scheduleId) => startExecutionPolicy(target.arn(), scheduleId),
    });
  },
};
