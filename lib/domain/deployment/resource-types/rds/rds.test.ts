import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../json";
import { defaultDeploySettings } from "../../../stack";
import { probeActions, probeChecks } from "../rule-probe";

const cluster = (properties = {}) => ({
  Data: {
    Type: "AWS::RDS::DBCluster",
    Properties: { DBClusterIdentifier: "Data", Engine: "aurora-mysql", ...properties },
  },
});
const roleArn = "arn:aws:iam::123456789012:role/database";

describe("AWS::RDS::DBCluster", () => {
  it("is made under its identifier in lower case, beside what it names", () => {
    const [made] = probeChecks(cluster({ DBSubnetGroupName: "Inner" }), "create");
    expect(made?.resources).toEqual([
      "arn:aws:rds:eu-central-1:123456789012:cluster:data",
      "arn:aws:rds:eu-central-1:123456789012:subgrp:inner",
    ]);
    expect(probeActions(cluster(), "create")).toEqual(["rds:CreateDBCluster", "rds:DescribeDBClusters"]);
  });

  it("is restored where it names a snapshot or another cluster", () => {
    expect(probeActions(cluster({ SnapshotIdentifier: "old" }), "create")[0]).toBe("rds:RestoreDBClusterFromSnapshot");
    expect(probeActions(cluster({ SourceDBClusterIdentifier: "a" }), "create")[0]).toBe(
      "rds:RestoreDBClusterToPointInTime",
    );
  });

  it("keeps its password in Secrets Manager where it is to", () => {
    expect(probeActions(cluster({ ManageMasterUserPassword: true }), "create")).toContain(
      "secretsmanager:CreateSecret",
    );
    expect(probeActions(cluster(), "create")).not.toContain("secretsmanager:CreateSecret");
  });

  it("adds roles, takes a grant on its key and needs a service-linked role, where so", () => {
    const actions = probeActions(
      cluster({ AssociatedRoles: [{ RoleArn: roleArn }], KmsKeyId: "11111111-2222-4333-a444-555555555555" }),
      "create",
      { settings: { account: { ...defaultDeploySettings.account, serviceLinkedRolesExist: false } } },
    );
    expect(actions).toEqual([
      "rds:CreateDBCluster",
      "kms:DescribeKey",
      "kms:CreateGrant",
      "iam:CreateServiceLinkedRole",
      "rds:DescribeDBClusters",
      "rds:AddRoleToDBCluster",
      "iam:PassRole",
    ]);
  });

  it("switches the data API with a call of its own, but not of the first serverless generation", () => {
    const on = probeActions(cluster({ EnableHttpEndpoint: true }), "update", { before: cluster() });
    expect(on).toContain("rds:EnableHttpEndpoint");
    const first = { EngineMode: "serverless" };
    const older = probeActions(cluster({ ...first, EnableHttpEndpoint: true }), "update", { before: cluster(first) });
    expect(older).toEqual(["rds:ModifyDBCluster", "rds:DescribeDBClusters"]);
  });

  it("is only tagged where only tags change", () => {
    const tagged = cluster({ Tags: [{ Key: "team", Value: "shop" }] });
    expect(probeActions(tagged, "update", { before: cluster() })).toEqual(["rds:AddTagsToResource"]);
  });
});

describe("AWS::RDS::DBInstance", () => {
  const instance = (properties = {}) => ({
    Db: { Type: "AWS::RDS::DBInstance", Properties: { Engine: "mysql", ...properties } },
  });

  it("passes the role that monitors it", () => {
    const passed = probeChecks(instance({ MonitoringRoleArn: roleArn }), "create").find(
      ({ action }) => action === "iam:PassRole",
    );
    expect(passed?.context["iam:PassedToService"]).toEqual(["monitoring.rds.amazonaws.com"]);
    expect(probeActions(instance(), "create")).toEqual(["rds:CreateDBInstance", "rds:DescribeDBInstances"]);
  });

  it("is a replica or restored where it names a source", () => {
    expect(probeActions(instance({ SourceDBInstanceIdentifier: "a" }), "create")[0]).toBe(
      "rds:CreateDBInstanceReadReplica",
    );
    expect(probeActions(instance({ DBSnapshotIdentifier: "a" }), "create")[0]).toBe(
      "rds:RestoreDBInstanceFromDBSnapshot",
    );
    const past = { SourceDBInstanceIdentifier: "a", UseLatestRestorableTime: true };
    expect(probeActions(instance(past), "create")[0]).toBe("rds:RestoreDBInstanceToPointInTime");
  });

  it("is authorised on its cluster", () => {
    const [made] = probeChecks(instance({ DBClusterIdentifier: "data" }), "create");
    expect(made?.resources).toContain("arn:aws:rds:eu-central-1:123456789012:cluster:data");
  });
});

describe("groups and proxies", () => {
  it("sets parameters only where given", () => {
    const group = (properties = {}) => ({
      Group: { Type: "AWS::RDS::DBParameterGroup", Properties: { Family: "mysql8.0", ...properties } },
    });
    expect(probeActions(group(), "create")).toEqual(["rds:CreateDBParameterGroup", "rds:DescribeDBParameterGroups"]);
    expect(probeActions(group({ Parameters: { time_zone: "UTC" } }), "create")).toContain("rds:ModifyDBParameterGroup");
  });

  it("passes a proxy's role and registers its targets", () => {
    const proxy = { Proxy: { Type: "AWS::RDS::DBProxy", Properties: { DBProxyName: "proxy", RoleArn: roleArn } } };
    expect(probeActions(proxy, "create")).toEqual(["rds:CreateDBProxy", "iam:PassRole", "rds:DescribeDBProxies"]);
    const targets = {
      Targets: {
        Type: "AWS::RDS::DBProxyTargetGroup",
        Properties: { DBProxyName: "proxy", DBInstanceIdentifiers: ["data"] },
      },
    };
    const registered = probeChecks(targets, "create").find(({ action }) => action === "rds:RegisterDBProxyTargets");
    expect(registered?.resources).toContain("arn:aws:rds:eu-central-1:123456789012:db:data");
  });
});

describe("AWS::DocDB", () => {
  it("uses RDS's actions and tells the engine", () => {
    const docs = { Docs: { Type: "AWS::DocDB::DBCluster", Properties: { DBClusterIdentifier: "docs" } } };
    const [made] = probeChecks(docs, "create");
    expect(made).toMatchObject({ action: "rds:CreateDBCluster", context: { "rds:DatabaseEngine": ["docdb"] } });
    const one = { One: { Type: "AWS::DocDB::DBInstance", Properties: { DBClusterIdentifier: "docs" } } };
    expect(probeChecks(one, "create")[0]?.resources).toContain("arn:aws:rds:eu-central-1:123456789012:cluster:docs");
  });
});

describe("AWS::RDS::DBSubnetGroup", () => {
  it("is written again and waited for, whatever has changed", () => {
    const group = (properties: JsonObject) => ({ Inner: { Type: "AWS::RDS::DBSubnetGroup", Properties: properties } });
    const update = (after: JsonObject) => probeActions(group(after), "update", { before: group({}) });
    const written = ["rds:ModifyDBSubnetGroup", "rds:DescribeDBSubnetGroups"];
    expect(update({ SubnetIds: ["subnet-1"] })).toEqual(written);
    expect(update({ Tags: [{ Key: "a", Value: "b" }] })).toEqual([...written, "rds:AddTagsToResource"]);
    expect(update({})).toEqual([]);
  });
});
