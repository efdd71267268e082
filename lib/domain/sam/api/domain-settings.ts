import { expectBoolean, expectList, expectText, inResource } from "../expect";
import { invalidResource } from "../fault";
import { ref } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isGiven, isList, type ValueMap } from "../value";
import { addToGroup, groupId, makeRecordSets, readRoute53, recordSetGroups, zoneOf } from "./record-sets";

export interface DomainResources {
  readonly domain: Resource;
  readonly mappings: readonly Resource[];
  readonly recordSetGroup: Resource | null;
  readonly accessAssociation: Resource | null;
}

/** A setting that only private domains have, or only the others. */
export function refuseSetting(domainId: string, config: ValueMap, name: string): void {
  if (isGiven(config[name])) throw invalidResource(domainId, `This kind of domain has no '${name}'.`);
}

export function domainEndpoint(type: string, config: ValueMap): ValueMap {
  const address = config.IpAddressType;
  return isGiven(address) ? { Types: [type], IpAddressType: address } : { Types: [type] };
}

export function optionalSettings(config: ValueMap, names: readonly string[]): ValueMap {
  const settings: ValueMap = {};
  for (const name of names) {
    const value = config[name];
    if (isGiven(value)) settings[name] = value;
  }
  return settings;
}

/** How a base path is mapped to the API's stage, at a domain that is named by `property`. */
export function mappingTo(type: string, property: string, domainId: string, apiId: string, attributes: ValueMap) {
  return (logicalId: string, basePath: string | undefined) =>
    makeResource(
      type,
      logicalId,
      { ...attributes },
      { BasePath: basePath, [property]: ref(domainId), RestApiId: ref(apiId), Stage: ref(`${apiId}.Stage`) },
    );
}

/** One mapping a base path; the root where none is given. Only letters and digits enter a logical id. */
export function makeMappings(
  apiId: string,
  config: ValueMap,
  make: (logicalId: string, basePath: string | undefined) => Resource,
): Resource[] {
  const given = config.BasePath;
  const paths = isGiven(given) && (typeof given === "string" || isList(given)) ? given : null;
  if (paths === null) return [make(`${apiId}BasePathMapping`, undefined)];
  const normalizes = config.NormalizeBasePath === undefined || isGiven(config.NormalizeBasePath);
  const list = typeof paths === "string" ? [paths] : expectList(paths, inResource(apiId, "Domain.BasePath"));
  const texts = list.map((path, index) => expectText(path, inResource(apiId, `Domain.BasePath[${index}]`)));
  return texts.map((path) => {
    const plain = path.replace(/[^\p{L}\p{N}]/gu, "");
    return make(`${apiId}${plain}BasePathMapping`, normalizes ? plain : path);
  });
}

/** Points the domain's name at it, in the zone that `Route53` names. */
export function makeRecordSetGroup(
  apiId: string,
  config: ValueMap,
  target: ValueMap,
  attributes: ValueMap,
  context: ExpansionContext,
): Resource | null {
  const route53 = readRoute53(apiId, config);
  if (route53 === null) return null;
  const health = route53.EvaluateTargetHealth ?? null;
  const aliasTarget = health === null ? target : { EvaluateTargetHealth: health, ...target };
  const records = makeRecordSets(config.DomainName ?? null, route53, aliasTarget);
  if (isGiven(route53.SeparateRecordSetGroup)) {
    expectBoolean(route53.SeparateRecordSetGroup, inResource(apiId, "Domain.Route53.SeparateRecordSetGroup"));
    const logicalId = hashedLogicalId("RecordSetGroup", [zoneOf(route53), config.DomainName ?? null]);
    const zone = optionalSettings(route53, ["HostedZoneId", "HostedZoneName"]);
    return makeResource("AWS::Route53::RecordSetGroup", logicalId, { ...attributes }, { ...zone, RecordSets: records });
  }
  const zone: ValueMap = {};
  for (const key of ["HostedZoneId", "HostedZoneName"])
    if (route53[key] !== undefined) zone[key] = route53[key] ?? null;
  return addToGroup(context.state(recordSetGroups), groupId(route53), { ...attributes }, zone, records);
}
