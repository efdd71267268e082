import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const connect = { FunctionArn: { "Fn::GetAtt": ["Connect", "Arn"] } };

function expandChat(properties: JsonObject) {
  const written = { RouteSelectionExpression: "$request.body.action", Routes: { $connect: connect }, ...properties };
  return expandResources({ Chat: { Type: "AWS::Serverless::WebSocketApi", Properties: written } });
}

describe("AWS::Serverless::WebSocketApi", () => {
  it("becomes an API, a stage, and for each route an integration and a permission", () => {
    const { resources, problems } = expandChat({ Routes: { $connect: connect, sendMessage: connect } });
    expect(problems).toEqual([]);
    expect(Object.keys(resources).sort()).toEqual([
      "Chat",
      "ChatConnectIntegration",
      "ChatConnectPermission",
      "ChatConnectRoute",
      "ChatDefaultStage",
      "ChatSendmessageIntegration",
      "ChatSendmessagePermission",
      "ChatSendmessageRoute",
    ]);
    expect(resources.Chat?.Properties).toMatchObject({ Name: "Chat", ProtocolType: "WEBSOCKET" });
    expect(resources.ChatDefaultStage?.Properties).toMatchObject({ StageName: "default", AutoDeploy: true });
  });

  it("lets the stage wait for its routes when it sets them up", () => {
    const { resources } = expandChat({ RouteSettings: { $connect: { LoggingLevel: "INFO" } } });
    expect(resources.ChatDefaultStage?.DependsOn).toEqual(["ChatConnectRoute"]);
  });

  it("tags everything with PropagateTags", () => {
    const { resources } = expandChat({ Tags: { Team: "shop" }, PropagateTags: true });
    const tags = { Team: "shop", "websocketapi:createdBy": "SAM" };
    expect(resources.Chat?.Properties).toMatchObject({ Tags: tags });
    expect(resources.ChatDefaultStage?.Properties).toMatchObject({ Tags: tags });
  });

  it.each([
    ["no route", { Routes: {} }, "at least one route"],
    ["the stage $default", { StageName: "$default" }, "$default"],
    ["an unknown address type", { IpAddressType: "ipv5" }, "IpAddressType"],
    ["authorization without $connect", { Routes: { send: connect }, Auth: { AuthType: "AWS_IAM" } }, "$connect"],
    ["mutual TLS", { Domain: { MutualTlsAuthentication: { TruststoreUri: "s3://x" } } }, "MutualTls"],
  ])("refuses %s", (_, properties, message) => {
    const { problems } = expandChat(properties);
    expect(problems).toMatchObject([{ logicalId: "Chat", severity: "error" }]);
    expect(problems[0]?.message).toContain(message);
  });
});
