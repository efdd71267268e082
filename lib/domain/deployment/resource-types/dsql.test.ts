import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const cluster = (properties = {}) => ({ Prices: { Type: "AWS::DSQL::Cluster", Properties: properties } });
const other = "arn:aws:dsql:us-east-2:123456789012:cluster/other";

describe("AWS::DSQL::Cluster", () => {
  it("is read back whole, whatever the template gives", () => {
    expect(probeActions(cluster(), "create")).toEqual([
      "dsql:CreateCluster",
      "dsql:GetCluster",
      "dsql:GetVpcEndpointServiceName",
      "dsql:GetClusterPolicy",
    ]);
    expect(probeActions(cluster(), "delete")).toEqual(["dsql:DeleteCluster", "dsql:GetCluster"]);
  });

  it("is joined to the clusters that it names, under a witness", () => {
    const joined = cluster({ MultiRegionProperties: { WitnessRegion: "us-west-2", Clusters: [other] } });
    const checks = probeChecks(joined, "create");
    const peer = checks.find(({ action }) => action === "dsql:AddPeerCluster");
    expect(peer?.resources[1]).toBe(other);
    expect(checks[0]?.context["dsql:WitnessRegion"]).toEqual(["us-west-2"]);
    expect(probeChecks(cluster(), "create")[0]?.context).not.toHaveProperty("dsql:WitnessRegion");
  });

  it("needs no key of the account where AWS owns it", () => {
    expect(probeActions(cluster({ KmsEncryptionKey: "AWS_OWNED_KMS_KEY" }), "create")).not.toContain("kms:Decrypt");
  });

  it("brings its service-linked role where there is none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    expect(probeActions(cluster(), "create", { settings: { account } })).toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(cluster(), "create")).not.toContain("iam:CreateServiceLinkedRole");
  });
});
