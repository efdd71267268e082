import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const group = (properties = {}) => ({
  Cache: { Type: "AWS::ElastiCache::ReplicationGroup", Properties: { ReplicationGroupId: "Shop", ...properties } },
});

describe("AWS::ElastiCache::ReplicationGroup", () => {
  it("keeps its name in lower case, and is authorised on what it uses", () => {
    const [made] = probeChecks(group({ CacheSubnetGroupName: "inside", UserGroupIds: ["people"] }), "create");
    expect(made?.resources).toEqual([
      "arn:aws:elasticache:eu-central-1:123456789012:replicationgroup:shop",
      "arn:aws:elasticache:eu-central-1:123456789012:subnetgroup:inside",
      "arn:aws:elasticache:eu-central-1:123456789012:usergroup:people",
    ]);
    expect(probeChecks(group(), "create")[0]?.resources).toHaveLength(1);
  });

  it("makes the service's own role only where the account has none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    const first = { settings: { account } };
    expect(probeActions(group(), "create", first)).toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(group(), "create")).not.toContain("iam:CreateServiceLinkedRole");
  });
});
