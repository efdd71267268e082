import type { ResourceRule } from "../../resource-rule";
import { passedRoles } from "../passed-roles";
import { clusterCreation, clusterNeighbours, clusterParameters, databaseRule } from "./database-rule";
import { keyChecks, linkedRole, namedArns, rds } from "./rds-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html */
const cluster = databaseRule({
  type: "AWS::Neptune::DBCluster",
  noun: "DBCluster",
  domain: "neptune",
  attributes: (r, { name, host }) => ({
    ClusterResourceId: `cluster-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
    Endpoint: `${name}.cluster-${host}`,
    Port: r.text("DBPort") ?? "8182",
    ReadEndpoint: `${name}.cluster-ro-${host}`,
  }),
  creation: clusterCreation,
  neighbours: clusterNeighbours,
  changeNeighbours: clusterParameters,
  context: () => ({ "rds:DatabaseEngine": ["neptune"] }),
  checksOnce: (r) => [...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
  settings: (r) =>
    r.list("AssociatedRoles").map((_, index) =>
      rds.call("AddRoleToDBCluster", r.arnOfSelf, {
        cause: "AssociatedRoles",
        also: passedRoles(r, "rds.amazonaws.com", `AssociatedRoles.${index}.RoleArn`),
      }),
    ),
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbinstance.html */
const instance = databaseRule({
  type: "AWS::Neptune::DBInstance",
  noun: "DBInstance",
  domain: "neptune",
  attributes: (_, { name, host }) => ({ Endpoint: `${name}.${host}`, Port: "8182" }),
  creation: () => "CreateDBInstance",
  neighbours: (r) =>
    namedArns(r, ["DBClusterIdentifier", "cluster"], ["DBSubnetGroupName", "subgrp"], ["DBParameterGroupName", "pg"]),
  changeNeighbours: (r) => namedArns(r, ["DBParameterGroupName", "pg"]),
  context: (r) => ({ "rds:DatabaseEngine": ["neptune"], "rds:DatabaseClass": r.texts("DBInstanceClass") }),
});

export const neptuneRules: readonly ResourceRule[] = [cluster, instance];
