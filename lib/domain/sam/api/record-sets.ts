import { expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { hashedLogicalId } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import { defineState } from "../state";
import { isGiven, isList, type Value, type ValueMap } from "../value";

/** Record set groups by logical id: APIs whose domains are in one hosted zone share a group. */
export const recordSetGroups = defineState<Map<string, Resource>>(() => new Map());

/** `Domain.Route53`, checked; null where it is not given. */
export function readRoute53(apiId: string, domain: ValueMap): ValueMap | null {
  if (domain.Route53 === undefined || domain.Route53 === null) return null;
  const route53 = expectMap(domain.Route53, inResource(apiId, "Domain.Route53"));
  if ((route53.HostedZoneId ?? null) === null && (route53.HostedZoneName ?? null) === null) {
    throw invalidResource(apiId, "'Domain.Route53' needs HostedZoneId or HostedZoneName.", "Properties.Domain.Route53");
  }
  return route53;
}

export function groupId(route53: ValueMap): string {
  return hashedLogicalId("RecordSetGroup", zoneOf(route53));
}

export function zoneOf(route53: ValueMap): Value {
  return isGiven(route53.HostedZoneId) ? route53.HostedZoneId : (route53.HostedZoneName ?? null);
}

/** The zone's group with these record sets added; made with `zone` where it is the first. */
export function addToGroup(
  groups: Map<string, Resource>,
  logicalId: string,
  attributes: ValueMap,
  zone: ValueMap,
  recordSets: readonly Value[],
): Resource {
  const group =
    groups.get(logicalId) ??
    makeResource("AWS::Route53::RecordSetGroup", logicalId, attributes, { ...zone, RecordSets: [] });
  groups.set(logicalId, group);
  const existing = group.properties.RecordSets;
  group.properties.RecordSets = [...(isList(existing) ? existing : []), ...recordSets];
  return group;
}

/** An alias record of the domain, and one for IPv6 if asked for. */
export function makeRecordSets(domainName: Value, route53: ValueMap, aliasTarget: ValueMap): ValueMap[] {
  const types = route53.IpV6 === true ? ["A", "AAAA"] : ["A"];
  return types.map((type) => {
    const record: ValueMap = { Name: domainName, Type: type, AliasTarget: { ...aliasTarget } };
    for (const name of ["Region", "SetIdentifier"]) {
      const value = route53[name];
      if (value !== undefined && value !== null) record[name] = value;
    }
    return record;
  });
}
