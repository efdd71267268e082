import type { Json } from "../../../json";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { changeWithTags, createCall, identifier, namedArns, rds, rdsArn } from "./rds-service";

/** A cluster or an instance of RDS, DocumentDB or Neptune: all three are made through RDS's API. */
export interface DatabaseType {
  readonly type: string;
  readonly noun: "DBCluster" | "DBInstance";
  /** As in the host names of its endpoints. */
  readonly domain: "rds" | "docdb" | "neptune";
  readonly attributes: (r: ResourceView, names: { name: string; host: string; arn: string }) => Record<string, Json>;
  /** A database comes from nothing, a snapshot, a source or its past. */
  readonly creation: (r: ResourceView) => string;
  /** ARNs of what the creation is authorised on beside the database. */
  readonly neighbours: (r: ResourceView) => readonly string[];
  /** The same for a change. */
  readonly changeNeighbours?: (r: ResourceView) => readonly string[];
  readonly context: (r: ResourceView) => CheckSpec["context"];
  /** Further checks made inside the creation and inside any change. */
  readonly checks?: (r: ResourceView) => readonly CheckSpec[];
  /** Further checks made inside the creation alone. */
  readonly checksOnce?: (r: ResourceView) => readonly CheckSpec[];
  /** Calls that follow the creation once the database is available. */
  readonly settings?: (r: ResourceView) => readonly CallSpec[];
  /** Calls of a change beside the one that modifies: before the database is looked at, and after. */
  readonly change?: (r: ResourceUpdate) => {
    readonly before?: readonly CallSpec[];
    readonly after?: readonly CallSpec[];
  };
}

export function databaseRule(database: DatabaseType): ResourceRule {
  const { noun, domain } = database;
  const describe = (r: ResourceView, cause: string) => rds.call(`Describe${noun}s`, r.arnOfSelf, { cause });
  return {
    type: database.type,
    name: identifier(`${noun}Identifier`),
    identify: (r) => {
      const name = r.name.toLowerCase();
      const arn = rdsArn(r, noun === "DBCluster" ? "cluster" : "db", name);
      const drawn = r.invent("host", { alphabet: "lower", length: 12 });
      const host = `${drawn}.${r.target.region}.${domain}.amazonaws.com`;
      return { physicalId: name, arn, attributes: database.attributes(r, { name, host, arn }) };
    },
    create: (r) => [
      createCall(r, database.creation(r), database.neighbours(r), {
        context: database.context(r),
        also: [...(database.checks?.(r) ?? []), ...(database.checksOnce?.(r) ?? [])],
      }),
      // CloudFormation waits until the database is available.
      describe(r, "Type"),
      ...(database.settings?.(r) ?? []),
    ],
    update: (r) => {
      const { before = [], after = [] } = database.change?.(r) ?? {};
      const modify = rds.call(`Modify${noun}`, [r.arnOfSelf, ...(database.changeNeighbours?.(r) ?? [])], {
        cause: "Properties",
        also: database.checks?.(r) ?? [],
      });
      return changeWithTags(r, modify, ...before, describe(r, "Properties"), ...after);
    },
    delete: (r) => [rds.call(`Delete${noun}`, r.arnOfSelf), describe(r, "Type")],
  };
}

/** A cluster comes from a snapshot, from another cluster's past, or from nothing. */
export function clusterCreation(r: ResourceView): string {
  if (r.has("SnapshotIdentifier")) return "RestoreDBClusterFromSnapshot";
  return r.has("SourceDBClusterIdentifier") ? "RestoreDBClusterToPointInTime" : "CreateDBCluster";
}

export function clusterNeighbours(r: ResourceView): readonly string[] {
  return namedArns(
    r,
    ["DBSubnetGroupName", "subgrp"],
    ["DBClusterParameterGroupName", "cluster-pg"],
    ["SnapshotIdentifier", "cluster-snapshot"],
  );
}

export function clusterParameters(r: ResourceView): readonly string[] {
  return namedArns(r, ["DBClusterParameterGroupName", "cluster-pg"]);
}
