import type { JsonObject } from "../../json";
import { awsService } from "../aws-service";
import { readText } from "../read-property";
import type { CallSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagAfterCreate, tagChanges } from "../tag-calls";
import { anything, plainRule } from "./plain-rule";

const route53 = awsService({
  prefix: "route53",
  documentation: (operation) => `https://docs.aws.amazon.com/Route53/latest/APIReference/API_${operation}.html`,
});

/** Route 53 is global: its ARNs carry neither region nor account. */
function route53Arn(r: ResourceView, rest: string): string {
  return r.arn("route53", rest, { region: "", account: "" });
}

/** Every change to a zone is followed until it has reached the name servers. */
function followChange(r: ResourceView, cause: string): CallSpec {
  const id = r.invent("change", { alphabet: "upper", length: 20 });
  return route53.call("GetChange", route53Arn(r, `change/C${id}`), { cause });
}

const tagNames = { tag: "ChangeTagsForResource", untag: "ChangeTagsForResource" };

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html */
const hostedZone: ResourceRule = {
  type: "AWS::Route53::HostedZone",
  identify: (r) => {
    const id = `Z${r.invent("id", { alphabet: "upper", length: 20 })}`;
    const servers = [1, 2, 3, 4].map((number) => `ns-${number}.awsdns-0${number}.com`);
    return { physicalId: id, arn: route53Arn(r, `hostedzone/${id}`), attributes: { Id: id, NameServers: servers } };
  },
  create: (r) => [
    route53.call("CreateHostedZone", "*", {
      also: when(r.has("VPCs"), {
        action: "ec2:DescribeVpcs",
        resources: ["*"],
        context: {},
        cause: "VPCs",
        source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html",
        through: ["route53.amazonaws.com"],
      }),
    }),
    followChange(r, "Type"),
    // A private zone is made with its first VPC.
    ...r
      .list("VPCs")
      .slice(1)
      .map(() => vpcCall(r, "AssociateVPCWithHostedZone")),
    ...queryLogging(r),
    ...tagAfterCreate(route53, r, tagNames),
    route53.call("GetHostedZone", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      r.changed("HostedZoneConfig"),
      route53.call("UpdateHostedZoneComment", r.arnOfSelf, { cause: "HostedZoneConfig" }),
    ),
    ...vpcChanges(r),
    ...when(
      r.changed("QueryLoggingConfig") && r.before.has("QueryLoggingConfig"),
      route53.call("ListQueryLoggingConfigs", r.arnOfSelf, { cause: "QueryLoggingConfig" }),
      route53.call("DeleteQueryLoggingConfig", loggingArn(r), { cause: "QueryLoggingConfig" }),
    ),
    ...queryLogging(r),
    ...tagChanges(route53, r, tagNames),
  ],
  delete: (r) => [
    ...when(
      r.has("QueryLoggingConfig"),
      route53.call("ListQueryLoggingConfigs", r.arnOfSelf, { cause: "QueryLoggingConfig" }),
      route53.call("DeleteQueryLoggingConfig", loggingArn(r), { cause: "QueryLoggingConfig" }),
    ),
    route53.call("DeleteHostedZone", r.arnOfSelf),
    followChange(r, "Type"),
  ],
};

function vpcCall(r: ResourceView, operation: string): CallSpec {
  return route53.call(operation, r.arnOfSelf, { cause: "VPCs" });
}

function vpcChanges(r: ResourceUpdate): readonly CallSpec[] {
  const ids = (view: ResourceView) => view.list("VPCs").map(({ VPCId }) => readText(VPCId));
  const [before, after] = [ids(r.before), ids(r)];
  return [
    ...after.filter((id) => !before.includes(id)).map(() => vpcCall(r, "AssociateVPCWithHostedZone")),
    ...before.filter((id) => !after.includes(id)).map(() => vpcCall(r, "DisassociateVPCFromHostedZone")),
  ];
}

function queryLogging(r: ResourceView): readonly CallSpec[] {
  const cause = "QueryLoggingConfig";
  return when(r.sets(cause), route53.call("CreateQueryLoggingConfig", r.arnOfSelf, { cause }));
}

function loggingArn(r: ResourceView): string {
  return route53Arn(r, `queryloggingconfig/${r.invent("logging", { alphabet: "uuid" })}`);
}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordsetgroup.html
 */
const recordRule = (type: string, records: (r: ResourceView) => readonly JsonObject[]): ResourceRule => ({
  type,
  identify: (r) => {
    const name = type.endsWith("Group") ? r.name : (r.text("Name") ?? r.name);
    return { physicalId: name, arn: null, attributes: { Id: name } };
  },
  create: (r) => recordCalls(r, records(r), ["CREATE"]),
  update: (r) => recordCalls(r, [...records(r.before), ...records(r)], ["CREATE", "DELETE"]),
  delete: (r) => recordCalls(r, records(r), ["DELETE"]),
});

const recordSet = recordRule("AWS::Route53::RecordSet", (r) => [r.properties]);
const recordSetGroup = recordRule("AWS::Route53::RecordSetGroup", (r) => r.list("RecordSets"));

function recordCalls(r: ResourceView, records: readonly JsonObject[], changes: readonly string[]): readonly CallSpec[] {
  const zone = zoneArn(r);
  const names = [...new Set(records.map(({ Name }) => normalizedName(readText(Name) ?? "")))];
  const types = [...new Set(records.flatMap(({ Type }) => readText(Type) ?? []))];
  return [
    zone.byName
      ? route53.call("ListHostedZones", "*", { cause: "HostedZoneName" })
      : route53.call("GetHostedZone", zone.arn, { cause: "HostedZoneId" }),
    route53.call("ChangeResourceRecordSets", zone.arn, {
      context: {
        "route53:ChangeResourceRecordSetsActions": changes,
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": names,
        "route53:ChangeResourceRecordSetsRecordTypes": types,
      },
    }),
    followChange(r, "Type"),
  ];
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html */
function normalizedName(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

/** Records name their zone by id or by its domain; a zone of the same stack is found by either. */
function zoneArn(r: ResourceView): { readonly arn: string; readonly byName: boolean } {
  const id = r.text("HostedZoneId") ?? r.text("RecordSets.0.HostedZoneId");
  if (id !== undefined) return { arn: route53Arn(r, `hostedzone/${id}`), byName: false };
  const name = normalizedName(r.text("HostedZoneName") ?? "");
  const own = r.siblings("AWS::Route53::HostedZone").find((zone) => normalizedName(zone.text("Name") ?? "") === name);
  const unknown = () => route53Arn(r, `hostedzone/Z${r.invent("zone", { alphabet: "upper", length: 20 })}`);
  return { arn: own?.arnOfSelf ?? unknown(), byName: r.has("HostedZoneName") };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthcheck.html */
const healthCheck = plainRule({
  type: "AWS::Route53::HealthCheck",
  service: route53,
  identify: (r) => {
    const id = r.invent("id", { alphabet: "uuid" });
    return { physicalId: id, arn: route53Arn(r, `healthcheck/${id}`), attributes: { HealthCheckId: id } };
  },
  create: "CreateHealthCheck",
  update: "UpdateHealthCheck",
  delete: "DeleteHealthCheck",
  on: { CreateHealthCheck: anything },
  tags: "after-create",
  tagNames,
  checks: (r) =>
    when(r.has("HealthCheckConfig.AlarmIdentifier"), {
      action: "cloudwatch:DescribeAlarms",
      resources: [alarmArn(r)],
      context: {},
      cause: "HealthCheckConfig.AlarmIdentifier",
      source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_AlarmIdentifier.html",
      through: ["route53.amazonaws.com"],
    }),
});

function alarmArn(r: ResourceView): string {
  const path = "HealthCheckConfig.AlarmIdentifier";
  const region = r.text(`${path}.Region`) ?? r.target.region;
  return r.arn("cloudwatch", `alarm:${r.text(`${path}.Name`) ?? "*"}`, { region });
}

export const route53Rules: readonly ResourceRule[] = [hostedZone, recordSet, recordSetGroup, healthCheck];
