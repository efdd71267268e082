import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const identity = (properties = {}) => ({
  Sender: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "example.com", ...properties } },
});

describe("AWS::SES::EmailIdentity", () => {
  it("is made and read back", () => {
    const [made] = probeChecks(identity(), "create");
    expect(made?.resources).toEqual(["arn:aws:ses:eu-central-1:123456789012:identity/example.com"]);
    expect(probeActions(identity(), "create")).toEqual(["ses:CreateEmailIdentity", "ses:GetEmailIdentity"]);
  });

  it("sets what it is given, one call a group of settings", () => {
    const mailFrom = identity({ MailFromAttributes: { MailFromDomain: "mail.example.com" } });
    expect(probeActions(mailFrom, "create")).toContain("ses:PutEmailIdentityMailFromAttributes");
    expect(probeActions(mailFrom, "update", { before: identity() })).toEqual([
      "ses:PutEmailIdentityMailFromAttributes",
    ]);
  });
});

describe("AWS::SES::ConfigurationSet", () => {
  const set = (properties = {}) => ({ Set: { Type: "AWS::SES::ConfigurationSet", Properties: properties } });

  it("is made with all options at once and changed one by one", () => {
    expect(probeActions(set({ SendingOptions: { SendingEnabled: true } }), "create")).toEqual([
      "ses:CreateConfigurationSet",
    ]);
    const changed = set({ SendingOptions: { SendingEnabled: false } });
    expect(probeActions(changed, "update", { before: set() })).toEqual(["ses:PutConfigurationSetSendingOptions"]);
  });
});

describe("AWS::SES::ReceiptRule", () => {
  const rule = (actions: readonly JsonObject[]) => ({
    Rule: { Type: "AWS::SES::ReceiptRule", Properties: { RuleSetName: "set", Rule: { Actions: actions } } },
  });

  it("passes a role only where an action names one", () => {
    const store = { S3Action: { BucketName: "mail", IamRoleArn: "arn:aws:iam::123456789012:role/mail" } };
    expect(probeActions(rule([store]), "create")).toEqual(["ses:CreateReceiptRule", "iam:PassRole"]);
    expect(probeActions(rule([]), "create")).toEqual(["ses:CreateReceiptRule"]);
  });

  it("stands in a set that is made before", () => {
    const set = { Set: { Type: "AWS::SES::ReceiptRuleSet", Properties: {} } };
    expect(probeActions(set, "create")).toEqual(["ses:CreateReceiptRuleSet"]);
    expect(probeActions(set, "delete")).toEqual(["ses:DeleteReceiptRuleSet"]);
  });
});
