import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const acl = (rules: readonly JsonObject[] = [], scope = "REGIONAL") => ({
  Guard: { Type: "AWS::WAFv2::WebACL", Properties: { Name: "guard", Scope: scope, Rules: rules } },
});
const webAcl = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/guard/1";
const association = (resource: string) => ({
  Guarded: {
    Type: "AWS::WAFv2::WebACLAssociation",
    Properties: { WebACLArn: webAcl, ResourceArn: resource },
  },
});

describe("AWS::WAFv2::WebACL", () => {
  it("is authorised on the groups that its rules use", () => {
    const at = "arn:aws:wafv2:eu-central-1:123456789012";
    const managed = acl([{ Statement: { ManagedRuleGroupStatement: { VendorName: "AWS", Name: "Common" } } }]);
    expect(probeChecks(managed, "create")[0]?.patterns).toEqual([
      `${at}:regional/webacl/guard/*`,
      `${at}:regional/managedruleset/*/*`,
    ]);
    const own = acl([{ Statement: { IPSetReferenceStatement: { Arn: `${at}:regional/ipset/blocked/1` } } }]);
    expect(probeChecks(own, "create")[0]?.resources).toContain(`${at}:regional/ipset/blocked/1`);
    expect(probeChecks(acl([], "CLOUDFRONT"), "create")[0]?.patterns).toEqual([`${at}:global/webacl/guard/*`]);
  });

  it("is read for its lock before it is changed or deleted", () => {
    expect(probeActions(acl([{ Name: "b" }]), "update", { before: acl() })).toEqual([
      "wafv2:GetWebACL",
      "wafv2:UpdateWebACL",
      "wafv2:ListTagsForResource",
    ]);
    expect(probeActions(acl(), "delete")).toEqual(["wafv2:GetWebACL", "wafv2:DeleteWebACL"]);
  });
});

describe("AWS::WAFv2::IPSet", () => {
  const set = (address: string) => ({
    Blocked: { Type: "AWS::WAFv2::IPSet", Properties: { Name: "blocked", Scope: "REGIONAL", Addresses: [address] } },
  });

  it("is read back, and read for its lock before a change", () => {
    expect(probeActions(set("192.0.2.0/24"), "create")).toEqual([
      "wafv2:CreateIPSet",
      "wafv2:GetIPSet",
      "wafv2:ListTagsForResource",
    ]);
    expect(probeActions(set("192.0.2.1/32"), "update", { before: set("192.0.2.0/24") })).toEqual([
      "wafv2:GetIPSet",
      "wafv2:UpdateIPSet",
      "wafv2:ListTagsForResource",
    ]);
  });
});

describe("AWS::WAFv2::WebACLAssociation", () => {
  it("needs an action of the guarded resource's service", () => {
    const stage = "arn:aws:apigateway:eu-central-1::/restapis/abc/stages/live";
    const guarded = probeChecks(association(stage), "create");
    expect(guarded.map(({ action }) => action)).toEqual(["wafv2:AssociateWebACL", "apigateway:SetWebACL"]);
    expect(guarded.map(({ resources }) => resources)).toEqual([[webAcl], [stage]]);
    const freed = probeChecks(association(stage), "delete").slice(-2);
    expect(freed.map(({ resources }) => resources)).toEqual([[webAcl], [stage]]);
    const pool = association("arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_a");
    expect(probeActions(pool, "delete").slice(-2)).toEqual([
      "wafv2:DisassociateWebACL",
      "cognito-idp:DisassociateWebACL",
    ]);
  });

  it("is looked for, with its web ACL, before it is taken off", () => {
    const stage = "arn:aws:apigateway:eu-central-1::/restapis/abc/stages/live";
    const looked = probeChecks(association(stage), "delete").slice(0, 2);
    expect(looked.map(({ action, resources: [arn] }) => [action, arn])).toEqual([
      ["wafv2:GetWebACLForResource", webAcl],
      ["wafv2:GetWebACL", webAcl],
    ]);
    expect(probeActions(association(stage), "create")).not.toContain("wafv2:GetWebACLForResource");
  });
});
