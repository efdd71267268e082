import { describe, expect, it } from "vitest";
import { probeActions } from "./rule-probe";

const ledger = (properties = {}) => ({
  Ledger: { Type: "AWS::QLDB::Ledger", Properties: { Name: "orders", PermissionsMode: "STANDARD", ...properties } },
});

describe("AWS::QLDB::Ledger", () => {
  it("is made and watched until it is active", () => {
    expect(probeActions(ledger(), "create")).toEqual(["qldb:CreateLedger", "qldb:DescribeLedger"]);
  });

  it("needs a grant on a key of the customer's own, not on QLDB's", () => {
    const own = ledger({ KmsKey: "arn:aws:kms:eu-central-1:123456789012:key/1" });
    expect(probeActions(own, "create")).toContain("kms:CreateGrant");
    expect(probeActions(ledger({ KmsKey: "AWS_OWNED_KMS_KEY" }), "create")).not.toContain("kms:CreateGrant");
  });
});
