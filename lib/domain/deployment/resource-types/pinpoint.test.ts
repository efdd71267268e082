import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const app = (properties = {}) => ({ App: { Type: "AWS::Pinpoint::App", Properties: { Name: "shop", ...properties } } });

describe("AWS::Pinpoint", () => {
  it("makes an app, with tags where there are some", () => {
    expect(probeActions(app(), "create")).toEqual(["mobiletargeting:CreateApp"]);
    expect(probeActions(app({ Tags: { team: "shop" } }), "create")).toEqual([
      "mobiletargeting:CreateApp",
      "mobiletargeting:TagResource",
    ]);
  });

  it("switches a channel of its app on", () => {
    const channel = { Sms: { Type: "AWS::Pinpoint::SMSChannel", Properties: { ApplicationId: "a1", Enabled: true } } };
    const [updated] = probeChecks(channel, "create");
    expect(updated).toMatchObject({
      action: "mobiletargeting:UpdateSmsChannel",
      resources: ["arn:aws:mobiletargeting:eu-central-1:123456789012:apps/a1/channels/sms"],
    });
  });
});
