import { anything, listOf, mapOf, oneOf, type PropertyTable, required, text } from "../property";

export const connectorType = "AWS::Serverless::Connector";

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html */
export const connectorProperties: PropertyTable = {
  Source: required(mapOf(anything)),
  Destination: required(oneOf(mapOf(anything), listOf(mapOf(anything)))),
  Permissions: required(listOf(text)),
};
