import { describe, expect, it } from "vitest";
import { makeWebSocketAuthorizer, routeAuthorization } from "./websocket-authorizer";

const custom = { AuthType: "CUSTOM", AuthArn: "arn:fn" };

describe("authorization of a WebSocket API", () => {
  it("concerns the route $connect", () => {
    expect(routeAuthorization("Chat", "$connect", custom)).toEqual({
      AuthorizationType: "CUSTOM",
      AuthorizerId: { Ref: "ChatConnectAuthorizer" },
    });
    expect(routeAuthorization("Chat", "$connect", { AuthType: "AWS_IAM" })).toEqual({ AuthorizationType: "AWS_IAM" });
    expect(routeAuthorization("Chat", "send", custom)).toEqual({});
    expect(routeAuthorization("Chat", "$connect", undefined)).toEqual({});
  });

  it("permits the authorizer's function unless a role invokes it", () => {
    const ids = (auth: object) =>
      makeWebSocketAuthorizer("Chat", { ...custom, ...auth }).map(({ logicalId }) => logicalId);
    expect(ids({})).toEqual(["ChatConnectAuthorizer", "ChatAuthorizerPermission"]);
    expect(ids({ InvokeRole: "arn:role" })).toEqual(["ChatConnectAuthorizer"]);
    expect(ids({ AuthType: "NONE" })).toEqual([]);
  });

  it.each([
    ["no type", { AuthArn: "arn:fn" }],
    ["an unknown type", { AuthType: "JWT" }],
    ["a custom type without a function", { AuthType: "CUSTOM" }],
    ["settings beside AWS_IAM", { AuthType: "AWS_IAM", Name: "x" }],
  ])("is refused with %s", (_, auth) => {
    expect(() => routeAuthorization("Chat", "$connect", auth)).toThrow();
  });
});
