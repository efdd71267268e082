import { anything, requiredStrict } from "../property";
import { polledEventSource } from "./event-source-mapping";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-dynamodb.html */
export const dynamoDb = polledEventSource({
  type: "DynamoDB",
  properties: { Stream: requiredStrict(anything), StartingPosition: requiredStrict(anything) },
  arnProperty: "Stream",
  managedPolicy: "service-role/AWSLambdaDynamoDBExecutionRole",
});
