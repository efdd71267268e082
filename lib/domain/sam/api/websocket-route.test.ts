import { describe, expect, it } from "vitest";
import type { Value } from "../value";
import { makeRoute } from "./websocket-route";

function route(key: string, settings: Value, stageName: Value = "live") {
  return makeRoute({ apiId: "Chat", key, settings, stageName, authorization: {} });
}

describe("makeRoute", () => {
  it("links route, integration and permission", () => {
    const made = route("$connect", { FunctionArn: "arn:fn", OperationName: "Open", IntegrationTimeout: 500 });
    expect(made.route.properties).toMatchObject({
      RouteKey: "$connect",
      OperationName: "Open",
      Target: { "Fn::Join": ["/", ["integrations", { Ref: "ChatConnectIntegration" }]] },
    });
    expect(made.integration.properties).toMatchObject({ IntegrationType: "AWS_PROXY", TimeoutInMillis: 500 });
    expect(made.permission.properties.SourceArn).toEqual({
      "Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Chat.ApiId}/live/$connect",
    });
  });

  it("leaves a computed stage name to CloudFormation", () => {
    const { permission } = route("send", { FunctionArn: "arn:fn" }, { Ref: "Stage" });
    expect(permission.properties.SourceArn).toMatchObject({
      "Fn::Sub": [expect.any(String), { __StageName__: { Ref: "Stage" } }],
    });
  });

  it.each([
    ["a key with other characters", "send/message", { FunctionArn: "arn:fn" }],
    ["no function", "send", {}],
    ["parameters on another route than $connect", "send", { FunctionArn: "arn:fn", RequestParameters: { a: "b" } }],
    ["settings that are no map", "send", "arn:fn"],
  ])("refuses %s", (_, key, settings) => {
    expect(() => route(key, settings)).toThrow();
  });
});
