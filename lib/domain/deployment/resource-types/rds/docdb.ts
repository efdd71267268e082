import type { ResourceRule } from "../../resource-rule";
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
} from "./rds-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html */
const cluster: ResourceRule = {
  type: "AWS::DocDB::DBCluster",
  name: identifier("DBClusterIdentifier"),
  identify: (r) => {
    const name = r.name.toLowerCase();
    const host = `${r.invent("host", { alphabet: "lower", length: 12 })}.${r.target.region}.docdb.amazonaws.com`;
    const attributes = {
      ClusterResourceId: `cluster-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
      Endpoint: `${name}.cluster-${host}`,
      Port: r.text("Port") ?? "27017",
      ReadEndpoint: `${name}.cluster-ro-${host}`,
    };
    return { physicalId: name, arn: rdsArn(r, "cluster", name), attributes };
  },
  create: (r) => [
    createCall(
      r,
      r.has("SnapshotIdentifier")
        ? "RestoreDBClusterFromSnapshot"
        : r.has("SourceDBClusterIdentifier")
          ? "RestoreDBClusterToPointInTime"
          : "CreateDBCluster",
      namedArns(
        r,
        ["DBSubnetGroupName", "subgrp"],
        ["DBClusterParameterGroupName", "cluster-pg"],
        ["SnapshotIdentifier", "cluster-snapshot"],
      ),
      {
        context: { "rds:DatabaseEngine": ["docdb"] },
        also: [...keyChecks(r, "KmsKeyId"), ...managedSecret(r, "cluster"), ...linkedRole(r)],
      },
    ),
    rds.call("DescribeDBClusters", r.arnOfSelf),
  ],
  update: (r) =>
    changeWithTags(
      r,
      rds.call("ModifyDBCluster", [r.arnOfSelf, ...namedArns(r, ["DBClusterParameterGroupName", "cluster-pg"])], {
        cause: "Properties",
      }),
      rds.call("DescribeDBClusters", r.arnOfSelf, { cause: "Properties" }),
    ),
  delete: (r) => [rds.call("DeleteDBCluster", r.arnOfSelf), rds.call("DescribeDBClusters", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbinstance.html */
const instance: ResourceRule = {
  type: "AWS::DocDB::DBInstance",
  name: identifier("DBInstanceIdentifier"),
  identify: (r) => {
    const name = r.name.toLowerCase();
    const host = `${r.invent("host", { alphabet: "lower", length: 12 })}.${r.target.region}.docdb.amazonaws.com`;
    return { physicalId: name, arn: rdsArn(r, "db", name), attributes: { Endpoint: `${name}.${host}`, Port: "27017" } };
  },
  create: (r) => [
    createCall(r, "CreateDBInstance", namedArns(r, ["DBClusterIdentifier", "cluster"]), {
      context: { "rds:DatabaseEngine": ["docdb"], "rds:DatabaseClass": r.texts("DBInstanceClass") },
    }),
    rds.call("DescribeDBInstances", r.arnOfSelf),
  ],
  update: (r) =>
    changeWithTags(
      r,
      rds.call("ModifyDBInstance", r.arnOfSelf, { cause: "Properties" }),
      rds.call("DescribeDBInstances", r.arnOfSelf, { cause: "Properties" }),
    ),
  delete: (r) => [rds.call("DeleteDBInstance", r.arnOfSelf), rds.call("DescribeDBInstances", r.arnOfSelf)],
};

export const docDbRules: readonly ResourceRule[] = [cluster, instance];
