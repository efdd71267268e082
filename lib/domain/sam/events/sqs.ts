import { anything, requiredStrict } from "../property";
import { polledEventSource } from "./event-source-mapping";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sqs.html */
export const sqs = polledEventSource({
  type: "SQS",
  properties: { Queue: requiredStrict(anything) },
  arnProperty: "Queue",
  managedPolicy: "service-role/AWSLambdaSQSQueueExecutionRole",
});
