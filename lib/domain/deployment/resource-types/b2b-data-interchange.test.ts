import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const of = (noun: string, properties = {}) => ({ Thing: { Type: `AWS::B2BI::${noun}`, Properties: properties } });
const at = "arn:aws:b2bi:eu-central-1:123456789012";

describe("AWS::B2BI", () => {
  it("sets up a log delivery only for a profile that logs", () => {
    expect(probeActions(of("Profile", { Logging: "ENABLED" }), "create")).toContain("logs:CreateLogDelivery");
    expect(probeActions(of("Profile", { Logging: "DISABLED" }), "create")).toEqual(["b2bi:CreateProfile"]);
  });

  it("switches a transformer on after it is made", () => {
    expect(probeActions(of("Transformer", { Status: "active" }), "create")).toEqual([
      "b2bi:CreateTransformer",
      "b2bi:UpdateTransformer",
    ]);
    expect(probeActions(of("Transformer", { Status: "inactive" }), "create")).toEqual(["b2bi:CreateTransformer"]);
  });

  it("authorises a capability on its transformer and a partnership on its sides", () => {
    const capability = of("Capability", { Configuration: { Edi: { TransformerId: "tr-1" } } });
    expect(probeChecks(capability, "create")[0]?.resources).toEqual([`${at}:transformer/tr-1`]);
    const partnership = of("Partnership", { ProfileId: "p-1", Capabilities: ["ca-1"] });
    expect(probeChecks(partnership, "create")[0]?.resources).toEqual([`${at}:capability/ca-1`, `${at}:profile/p-1`]);
  });

  it("tags on creation", () => {
    expect(probeActions(of("Profile", { Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("b2bi:TagResource");
  });
});
