import type { JsonObject } from "../../json";

/** For tests: a function with these events. */
export function functionWith(events: JsonObject, properties: JsonObject = {}, attributes: JsonObject = {}): JsonObject {
  return {
    Type: "AWS::Serverless::Function",
    ...attributes,
    Properties: {
      CodeUri: "s3://code/orders.zip",
      Handler: "orders.handle",
      Runtime: "nodejs22.x",
      Events: events,
      ...properties,
    },
  };
}

export function apiEvent(path: string, method: string, properties: JsonObject = {}): JsonObject {
  return { Type: "Api", Properties: { Path: path, Method: method, ...properties } };
}

export function httpApiEvent(properties: JsonObject): JsonObject {
  return { Type: "HttpApi", Properties: properties };
}

export function restApi(properties: JsonObject = {}, attributes: JsonObject = {}): JsonObject {
  return { Type: "AWS::Serverless::Api", ...attributes, Properties: { StageName: "Prod", ...properties } };
}

export function httpApi(properties: JsonObject = {}): JsonObject {
  return { Type: "AWS::Serverless::HttpApi", Properties: properties };
}
