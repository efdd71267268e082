import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { passedRoles } from "../passed-roles";
import { clusterCreation, clusterNeighbours, clusterParameters, databaseRule } from "./database-rule";
import { keyChecks, linkedRole, managedSecret, namedArns, rds, secretArn } from "./rds-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html */
const cluster = databaseRule({
  type: "AWS::RDS::DBCluster",
  noun: "DBCluster",
  domain: "rds",
  attributes: (r, { name, host, arn }) => ({
    DBClusterArn: arn,
    DBClusterResourceId: `cluster-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
    "Endpoint.Address": `${name}.cluster-${host}`,
    "Endpoint.Port": r.text("Port") ?? "3306",
    "MasterUserSecret.SecretArn": secretArn(r, "cluster"),
    "ReadEndpoint.Address": `${name}.cluster-ro-${host}`,
  }),
  creation: clusterCreation,
  neighbours: clusterNeighbours,
  changeNeighbours: clusterParameters,
  context: (r) => ({
    "rds:DatabaseEngine": r.texts("Engine"),
    "rds:StorageEncrypted": [r.text("StorageEncrypted") ?? "false"],
  }),
  checks: (r) => [...monitoringRole(r), ...managedSecret(r, "cluster")],
  checksOnce: (r) => [...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
  settings: (r) => roleCalls(r, "AddRoleToDBCluster"),
  change: (r) => ({ before: dataApiChange(r), after: roleChanges(r, "DBCluster") }),
});

function monitoringRole(r: ResourceView): readonly CheckSpec[] {
  return passedRoles(r, "monitoring.rds.amazonaws.com", "MonitoringRoleArn");
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EnableHttpEndpoint.html */
function dataApiChange(r: ResourceUpdate): readonly CallSpec[] {
  const cause = "EnableHttpEndpoint";
  const operation = r.text(cause) === "true" ? "EnableHttpEndpoint" : "DisableHttpEndpoint";
  // Clusters of the first serverless generation take it as a setting of their own.
  return when(r.changed(cause) && r.text("EngineMode") !== "serverless", rds.call(operation, r.arnOfSelf, { cause }));
}

/** A role that the database uses for other services is added in a call of its own. */
function roleCalls(r: ResourceView, operation: string): readonly CallSpec[] {
  const roles = r
    .list("AssociatedRoles")
    .flatMap((_, index) => passedRoles(r, "rds.amazonaws.com", `AssociatedRoles.${index}.RoleArn`));
  return roles.map((role) => rds.call(operation, r.arnOfSelf, { cause: "AssociatedRoles", also: [role] }));
}

function roleChanges(r: ResourceUpdate, noun: "DBCluster" | "DBInstance"): readonly CallSpec[] {
  if (!r.changed("AssociatedRoles")) return [];
  const removed = r.before
    .list("AssociatedRoles")
    .map(() => rds.call(`RemoveRoleFrom${noun}`, r.arnOfSelf, { cause: "AssociatedRoles" }));
  return [...removed, ...roleCalls(r, `AddRoleTo${noun}`)];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html */
const instance = databaseRule({
  type: "AWS::RDS::DBInstance",
  noun: "DBInstance",
  domain: "rds",
  attributes: (r, { name, host, arn }) => ({
    DBInstanceArn: arn,
    DbiResourceId: `db-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
    "Endpoint.Address": `${name}.${host}`,
    "Endpoint.HostedZoneId": `Z${r.invent("zone", { alphabet: "upper", length: 13 })}`,
    "Endpoint.Port": r.text("Port") ?? "3306",
    "MasterUserSecret.SecretArn": secretArn(r, "db"),
  }),
  creation: instanceCreation,
  neighbours: instanceNeighbours,
  changeNeighbours: (r) => namedArns(r, ["DBParameterGroupName", "pg"], ["OptionGroupName", "og"]),
  context: (r) => ({
    "rds:DatabaseEngine": r.texts("Engine"),
    "rds:DatabaseClass": r.texts("DBInstanceClass"),
    "rds:PubliclyAccessible": r.texts("PubliclyAccessible"),
  }),
  checks: (r) => [...monitoringRole(r), ...managedSecret(r, "db")],
  checksOnce: (r) => [...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
  settings: (r) => roleCalls(r, "AddRoleToDBInstance"),
  change: (r) => ({ after: roleChanges(r, "DBInstance") }),
});

/** An instance comes from a snapshot, from another instance, from another's past, or from nothing. */
function instanceCreation(r: ResourceView): string {
  if (r.has("DBSnapshotIdentifier") || r.has("DBClusterSnapshotIdentifier")) return "RestoreDBInstanceFromDBSnapshot";
  const fromPast =
    r.has("RestoreTime") || r.has("UseLatestRestorableTime") || r.has("SourceDBInstanceAutomatedBackupsArn");
  if (fromPast) return "RestoreDBInstanceToPointInTime";
  const isReplica = r.has("SourceDBInstanceIdentifier") || r.has("SourceDBClusterIdentifier");
  return isReplica ? "CreateDBInstanceReadReplica" : "CreateDBInstance";
}

function instanceNeighbours(r: ResourceView): readonly string[] {
  const isNew = instanceCreation(r) === "CreateDBInstance";
  return namedArns(
    r,
    ...(isNew ? [["DBClusterIdentifier", "cluster"] as const] : []),
    ["DBSubnetGroupName", "subgrp"],
    ["DBParameterGroupName", "pg"],
    ["OptionGroupName", "og"],
    ["DBSnapshotIdentifier", "snapshot"],
    ["SourceDBInstanceIdentifier", "db"],
  );
}

export const databaseRules: readonly ResourceRule[] = [cluster, instance];
