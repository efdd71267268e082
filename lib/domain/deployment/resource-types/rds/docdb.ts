import type { ResourceRule } from "../../resource-rule";
import { clusterCreation, clusterNeighbours, clusterParameters, databaseRule } from "./database-rule";
import { keyChecks, linkedRole, managedSecret, namedArns } from "./rds-service";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html */
const cluster = databaseRule({
  type: "AWS::DocDB::DBCluster",
  noun: "DBCluster",
  domain: "docdb",
  attributes: (r, { name, host }) => ({
    ClusterResourceId: `cluster-${r.invent("resource", { alphabet: "upper", length: 26 })}`,
    Endpoint: `${name}.cluster-${host}`,
    Port: r.text("Port") ?? "27017",
    ReadEndpoint: `${name}.cluster-ro-${host}`,
  }),
  creation: clusterCreation,
  neighbours: clusterNeighbours,
  changeNeighbours: clusterParameters,
  context: () => ({ "rds:DatabaseEngine": ["docdb"] }),
  checks: (r) => managedSecret(r, "cluster", "MasterUserSecretKmsKeyId"),
  checksOnce: (r) => [...keyChecks(r, "KmsKeyId"), ...linkedRole(r)],
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbinstance.html */
const instance = databaseRule({
  type: "AWS::DocDB::DBInstance",
  noun: "DBInstance",
  domain: "docdb",
  attributes: (_, { name, host }) => ({ Endpoint: `${name}.${host}`, Port: "27017" }),
  creation: () => "CreateDBInstance",
  neighbours: (r) => namedArns(r, ["DBClusterIdentifier", "cluster"]),
  context: (r) => ({ "rds:DatabaseEngine": ["docdb"], "rds:DatabaseClass": r.texts("DBInstanceClass") }),
});

export const docDbRules: readonly ResourceRule[] = [cluster, instance];
