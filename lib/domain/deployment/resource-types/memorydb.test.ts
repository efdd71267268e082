import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const cluster = (properties = {}) => ({
  Cache: {
    Type: "AWS::MemoryDB::Cluster",
    Properties: { ClusterName: "cache", ACLName: "open-access", ...properties },
  },
});
const at = "arn:aws:memorydb:eu-central-1:123456789012";

describe("AWS::MemoryDB::Cluster", () => {
  it("is authorised on what it uses", () => {
    expect(probeChecks(cluster({ SubnetGroupName: "inner" }), "create")[0]?.resources).toEqual([
      `${at}:acl/open-access`,
      `${at}:subnetgroup/inner`,
    ]);
    expect(probeActions(cluster(), "create")).toEqual([
      "memorydb:CreateCluster",
      "memorydb:DescribeClusters",
      "memorydb:ListTags",
    ]);
  });

  it("needs a grant on its key, and a service-linked role where there is none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    const actions = probeActions(cluster({ KmsKeyId: "11111111-2222-4333-a444-555555555555" }), "create", {
      settings: { account },
    });
    expect(actions).toContain("kms:CreateGrant");
    expect(actions).toContain("iam:CreateServiceLinkedRole");
  });
});

describe("AWS::MemoryDB::SubnetGroup", () => {
  it("is made on no resource and tagged on its own", () => {
    const group = { Inner: { Type: "AWS::MemoryDB::SubnetGroup", Properties: { SubnetGroupName: "inner" } } };
    const checks = probeChecks(group, "create", { settings: { stackTags: { stage: "dev" } } });
    expect(checks[0]?.resources).toEqual(["*"]);
    expect(checks.find(({ action }) => action === "memorydb:TagResource")?.resources).toEqual([
      `${at}:subnetgroup/inner`,
    ]);
  });
});
