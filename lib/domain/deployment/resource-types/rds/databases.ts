import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { passedRoles } from "../passed-roles";
import {
  changeWithTags,
  createCall,
  identifier,
  keyChecks,
  linkedRole,
  managedSecret,
  namedArns,
  rds,
  rdsArn,
  secretArn,
} from "./rds-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html */
const cluster: ResourceRule = {
  type: "AWS::RDS::DBCluster",
  name: identifier("DBClusterIdentifier"),
  identify: (r) => {
    const name = r.name.toLowerCase();
    const arn = rdsArn(r, "cluster", name);
    const host = `${r.invent("host", { alphabet: "lower", length: 12 })}.${r.target.region}.rds.amazonaws.com`;
    const attributes = {
      DBClusterArn: arn,
      DBClusterResourceId: `cluster-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
      "Endpoint.Address": `${name}.cluster-${host}`,
      "Endpoint.Port": r.text("Port") ?? "3306",
      "MasterUserSecret.SecretArn": secretArn(r, "cluster"),
      "ReadEndpoint.Address": `${name}.cluster-ro-${host}`,
    };
    return { physicalId: name, arn, attributes };
  },
  create: (r) => [
    createCall(r, clusterCreation(r), clusterNeighbours(r), {
      context: {
        "rds:DatabaseEngine": r.texts("Engine"),
        "rds:StorageEncrypted": [r.text("StorageEncrypted") ?? "false"],
      },
      also: [...clusterChecks(r), ...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
    }),
    // CloudFormation waits until the cluster is available.
    rds.call("DescribeDBClusters", r.arnOfSelf),
    ...roleCalls(r, "AddRoleToDBCluster"),
  ],
  update: (r) =>
    changeWithTags(
      r,
      rds.call("ModifyDBCluster", [r.arnOfSelf, ...namedArns(r, ["DBClusterParameterGroupName", "cluster-pg"])], {
        cause: "Properties",
        also: clusterChecks(r),
      }),
      ...dataApiChange(r),
      rds.call("DescribeDBClusters", r.arnOfSelf, { cause: "Properties" }),
      ...roleChanges(r, "DBCluster"),
    ),
  delete: (r) => [rds.call("DeleteDBCluster", r.arnOfSelf), rds.call("DescribeDBClusters", r.arnOfSelf)],
};

/** A cluster comes from a snapshot, from another cluster's past, or from nothing. */
function clusterCreation(r: ResourceView): string {
  if (r.has("SnapshotIdentifier")) return "RestoreDBClusterFromSnapshot";
  return r.has("SourceDBClusterIdentifier") ? "RestoreDBClusterToPointInTime" : "CreateDBCluster";
}

function clusterNeighbours(r: ResourceView): readonly string[] {
  return namedArns(
    r,
    ["DBSubnetGroupName", "subgrp"],
    ["DBClusterParameterGroupName", "cluster-pg"],
    ["SnapshotIdentifier", "cluster-snapshot"],
  );
}

function clusterChecks(r: ResourceView): readonly CheckSpec[] {
  return [...passedRoles(r, "monitoring.rds.amazonaws.com", "MonitoringRoleArn"), ...managedSecret(r, "cluster")];
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
const instance: ResourceRule = {
  type: "AWS::RDS::DBInstance",
  name: identifier("DBInstanceIdentifier"),
  identify: (r) => {
    const name = r.name.toLowerCase();
    const arn = rdsArn(r, "db", name);
    const host = `${r.invent("host", { alphabet: "lower", length: 12 })}.${r.target.region}.rds.amazonaws.com`;
    const attributes = {
      DBInstanceArn: arn,
      DbiResourceId: `db-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
      "Endpoint.Address": `${name}.${host}`,
      "Endpoint.HostedZoneId": `Z${r.invent("zone", { alphabet: "upper", length: 13 })}`,
      "Endpoint.Port": r.text("Port") ?? "3306",
      "MasterUserSecret.SecretArn": secretArn(r, "db"),
    };
    return { physicalId: name, arn, attributes };
  },
  create: (r) => [
    createCall(r, instanceCreation(r), instanceNeighbours(r), {
      context: {
        "rds:DatabaseEngine": r.texts("Engine"),
        "rds:DatabaseClass": r.texts("DBInstanceClass"),
        "rds:PubliclyAccessible": r.texts("PubliclyAccessible"),
      },
      also: [...instanceChecks(r), ...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
    }),
    // CloudFormation waits until the instance is available.
    rds.call("DescribeDBInstances", r.arnOfSelf),
    ...roleCalls(r, "AddRoleToDBInstance"),
  ],
  update: (r) =>
    changeWithTags(
      r,
      rds.call(
        "ModifyDBInstance",
        [r.arnOfSelf, ...namedArns(r, ["DBParameterGroupName", "pg"], ["OptionGroupName", "og"])],
        {
          cause: "Properties",
          also: instanceChecks(r),
        },
      ),
      rds.call("DescribeDBInstances", r.arnOfSelf, { cause: "Properties" }),
      ...roleChanges(r, "DBInstance"),
    ),
  delete: (r) => [rds.call("DeleteDBInstance", r.arnOfSelf), rds.call("DescribeDBInstances", r.arnOfSelf)],
};

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

function instanceChecks(r: ResourceView): readonly CheckSpec[] {
  return [...passedRoles(r, "monitoring.rds.amazonaws.com", "MonitoringRoleArn"), ...managedSecret(r, "db")];
}

export const databaseRules: readonly ResourceRule[] = [cluster, instance];
