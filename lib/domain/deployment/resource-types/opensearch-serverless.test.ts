import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const collection = (properties = {}) => ({
  Search: { Type: "AWS::OpenSearchServerless::Collection", Properties: { Name: "search", ...properties } },
});
const encryption = (policy: object) => ({
  Encryption: {
    Type: "AWS::OpenSearchServerless::SecurityPolicy",
    Properties: { Name: "encryption", Type: "encryption", Policy: JSON.stringify(policy) },
  },
});

describe("AWS::OpenSearchServerless::Collection", () => {
  it("is made and watched until it is active", () => {
    expect(probeActions(collection(), "create")).toEqual(["aoss:CreateCollection", "aoss:BatchGetCollection"]);
  });

  it("joins the group that it names", () => {
    expect(probeActions(collection({ CollectionGroupName: "all" }), "create")).toContain(
      "aoss:AddCollectionToCollectionGroup",
    );
  });

  it("needs a service-linked role where the account has none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    const check = probeChecks(collection(), "create", { settings: { account } }).find(
      ({ action }) => action === "iam:CreateServiceLinkedRole",
    );
    expect(check?.context["iam:AWSServiceName"]).toEqual(["observability.aoss.amazonaws.com"]);
  });
});

describe("AWS::OpenSearchServerless::SecurityPolicy", () => {
  it("needs a grant on the key of the customer's own, and none on AWS's", () => {
    const key = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-4333-a444-555555555555";
    const own = probeChecks(encryption({ KmsARN: key }), "create");
    expect(own.map(({ action }) => action)).toEqual([
      "aoss:CreateSecurityPolicy",
      "kms:DescribeKey",
      "kms:CreateGrant",
    ]);
    expect(own[1]?.resources).toEqual([key]);
    expect(probeActions(encryption({ AWSOwnedKey: true }), "create")).toEqual(["aoss:CreateSecurityPolicy"]);
  });

  it("is read for its version before a change", () => {
    const actions = probeActions(encryption({ a: 2 }), "update", { before: encryption({ a: 1 }) });
    expect(actions).toEqual(["aoss:GetSecurityPolicy", "aoss:UpdateSecurityPolicy"]);
  });
});

describe("AWS::OpenSearchServerless::Index", () => {
  it("goes through the collection's endpoint", () => {
    const resources = {
      ...collection(),
      Documents: {
        Type: "AWS::OpenSearchServerless::Index",
        Properties: { IndexName: "documents", CollectionEndpoint: { "Fn::GetAtt": ["Search", "CollectionEndpoint"] } },
      },
    };
    const check = probeChecks(resources, "create").find(({ action }) => action === "aoss:APIAccessAll");
    expect(check?.patterns).toEqual(["arn:aws:aoss:eu-central-1:123456789012:collection/*"]);
  });
});
