import { tagContext } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { tagChanges, tagOnCreate } from "../../tag-calls";
import { passedRoles } from "../passed-roles";
import { changeWithTags, createCall, identifier, linkedRole, rds, rdsArn, rdsTags } from "./rds-service";

interface GroupType {
  readonly type: string;
  readonly property: string;
  readonly kind: string;
  readonly noun: string;
  readonly describe: string;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_RDS.html */
const groups = (
  [
    {
      type: "AWS::RDS::DBSubnetGroup",
      property: "DBSubnetGroupName",
      kind: "subgrp",
      noun: "DBSubnetGroup",
      describe: "DescribeDBSubnetGroups",
    },
    {
      type: "AWS::DocDB::DBSubnetGroup",
      property: "DBSubnetGroupName",
      kind: "subgrp",
      noun: "DBSubnetGroup",
      describe: "DescribeDBSubnetGroups",
    },
    {
      type: "AWS::Neptune::DBSubnetGroup",
      property: "DBSubnetGroupName",
      kind: "subgrp",
      noun: "DBSubnetGroup",
      describe: "DescribeDBSubnetGroups",
    },
    {
      type: "AWS::RDS::DBParameterGroup",
      property: "DBParameterGroupName",
      kind: "pg",
      noun: "DBParameterGroup",
      describe: "DescribeDBParameterGroups",
    },
    {
      type: "AWS::RDS::DBClusterParameterGroup",
      property: "DBClusterParameterGroupName",
      kind: "cluster-pg",
      noun: "DBClusterParameterGroup",
      describe: "DescribeDBClusterParameterGroups",
    },
  ] satisfies readonly GroupType[]
).map(
  ({ type, property, kind, noun, describe }): ResourceRule => ({
    type,
    name: identifier(property, 255),
    identify: (r) => ({ physicalId: r.name.toLowerCase(), arn: rdsArn(r, kind, r.name), attributes: {} }),
    create: (r) => [
      createCall(r, `Create${noun}`, [], { also: kind === "subgrp" ? linkedRole(r) : [] }),
      rds.call(describe, r.arnOfSelf),
      ...parameters(r, noun),
    ],
    update: (r) => {
      if (type === "AWS::RDS::DBSubnetGroup") return changeSubnetGroup(r);
      return kind === "subgrp"
        ? changeWithTags(r, rds.call(`Modify${noun}`, r.arnOfSelf, { cause: "Properties" }))
        : changeWithTags(r, ...parameters(r, noun));
    },
    delete: (r) => [rds.call(`Delete${noun}`, r.arnOfSelf), rds.call(describe, r.arnOfSelf)],
  }),
);

/**
 * Written again for its tags alone, and waited for.
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds, dbsubnetgroup/UpdateHandler.java
 */
function changeSubnetGroup(r: ResourceUpdate): readonly CallSpec[] {
  return [
    rds.call("ModifyDBSubnetGroup", r.arnOfSelf, { cause: "Properties" }),
    rds.call("DescribeDBSubnetGroups", r.arnOfSelf, { cause: "Properties" }),
    ...tagChanges(rds, r, rdsTags),
  ];
}

/** A group is made with the engine's defaults; what the template gives is set after that. */
function parameters(r: ResourceView, noun: string) {
  if (noun === "DBSubnetGroup" || !r.sets("Parameters")) return [];
  const operation = noun === "DBParameterGroup" ? "DescribeDBParameters" : "DescribeDBClusterParameters";
  return [
    rds.call(operation, r.arnOfSelf, { cause: "Parameters" }),
    rds.call(`Modify${noun}`, r.arnOfSelf, { cause: "Parameters" }),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbproxy.html */
const proxy: ResourceRule = {
  type: "AWS::RDS::DBProxy",
  name: identifier("DBProxyName"),
  identify: (r) => {
    const arn = r.arn("rds", `db-proxy:prx-${r.invent("id", { alphabet: "hex", length: 17 })}`);
    const host = `${r.invent("host", { alphabet: "lower", length: 12 })}.${r.target.region}.rds.amazonaws.com`;
    return {
      physicalId: r.name,
      arn,
      attributes: { DBProxyArn: arn, Endpoint: `${r.name}.proxy-${host}`, VpcId: "vpc-00000000" },
    };
  },
  create: (r) => [
    rds.call("CreateDBProxy", "*", {
      context: tagContext(r),
      also: [...proxyRole(r), ...tagOnCreate(rds, r, rdsTags), ...linkedRole(r)],
    }),
    rds.call("DescribeDBProxies", r.arnOfSelf),
  ],
  update: (r) =>
    changeWithTags(
      r,
      rds.call("ModifyDBProxy", r.arnOfSelf, { cause: "Properties", also: proxyRole(r) }),
      rds.call("DescribeDBProxies", r.arnOfSelf, { cause: "Properties" }),
    ),
  delete: (r) => [rds.call("DeleteDBProxy", r.arnOfSelf), rds.call("DescribeDBProxies", r.arnOfSelf)],
};

function proxyRole(r: ResourceView): readonly CheckSpec[] {
  return passedRoles(r, "rds.amazonaws.com", "RoleArn");
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbproxytargetgroup.html */
const proxyTargets: ResourceRule = {
  type: "AWS::RDS::DBProxyTargetGroup",
  identify: (r) => {
    const arn = r.arn("rds", `target-group:prx-tg-${r.invent("id", { alphabet: "hex", length: 17 })}`);
    return { physicalId: arn, arn, attributes: { TargetGroupArn: arn } };
  },
  // A proxy comes with its only target group; CloudFormation fills it.
  create: (r) => [
    rds.call("DescribeDBProxyTargetGroups", proxyArn(r)),
    ...(r.has("ConnectionPoolConfigurationInfo")
      ? [rds.call("ModifyDBProxyTargetGroup", r.arnOfSelf, { cause: "ConnectionPoolConfigurationInfo" })]
      : []),
    rds.call("RegisterDBProxyTargets", [r.arnOfSelf, ...targets(r)]),
  ],
  update: (r) => [
    ...(r.changed("ConnectionPoolConfigurationInfo")
      ? [rds.call("ModifyDBProxyTargetGroup", r.arnOfSelf, { cause: "ConnectionPoolConfigurationInfo" })]
      : []),
    ...(r.changed("DBClusterIdentifiers", "DBInstanceIdentifiers")
      ? [
          rds.call("DeregisterDBProxyTargets", r.arnOfSelf, { cause: "DBClusterIdentifiers" }),
          rds.call("RegisterDBProxyTargets", [r.arnOfSelf, ...targets(r)], { cause: "DBClusterIdentifiers" }),
        ]
      : []),
  ],
  delete: (r) => [rds.call("DeregisterDBProxyTargets", r.arnOfSelf)],
};

function proxyArn(r: ResourceView): string {
  const proxy = r.findByReference(r.text("DBProxyName") ?? "");
  return proxy?.arnOfSelf ?? r.arn("rds", `db-proxy:prx-${r.invent("proxy", { alphabet: "hex", length: 17 })}`);
}

/** Single databases are authorised themselves, clusters by the target group alone. */
function targets(r: ResourceView): readonly string[] {
  return r.texts("DBInstanceIdentifiers").map((name) => rdsArn(r, "db", name));
}

export const groupAndProxyRules: readonly ResourceRule[] = [...groups, proxy, proxyTargets];
