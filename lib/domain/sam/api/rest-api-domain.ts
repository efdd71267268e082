import { expectBoolean, expectGiven, expectList, expectMap, expectText, inResource } from "../expect";
import { invalidResource } from "../fault";
import { getAtt, ref } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { isDict, PyDict, toValueMap } from "../py27-hash/py-value";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";
import { addToGroup, groupId, makeRecordSets, readRoute53, recordSetGroups, zoneOf } from "./record-sets";

export interface DomainResources {
  readonly domain: Resource;
  readonly mappings: readonly Resource[];
  readonly recordSetGroup: Resource | null;
  readonly accessAssociation: Resource | null;
}

/**
 * The custom domain of a REST API. `settings` is completed with defaults, because the deployment's id depends on it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-domainconfiguration.html
 */
export function makeRestApiDomain(
  apiId: string,
  settings: PyDict,
  attributes: ValueMap,
  context: ExpansionContext,
): DomainResources {
  const given = toValueMap(settings);
  const name = expectGiven(given.DomainName, inResource(apiId, "Domain.DomainName"));
  expectGiven(given.CertificateArn, inResource(apiId, "Domain.CertificateArn"));
  return given.EndpointConfiguration === "PRIVATE"
    ? makePrivateDomain(apiId, name, given, attributes, context)
    : makePublicDomain(apiId, name, settings, attributes, context);
}

function makePublicDomain(
  apiId: string,
  name: Value,
  settings: PyDict,
  attributes: ValueMap,
  context: ExpansionContext,
): DomainResources {
  const domainId = hashedLogicalId("ApiGatewayDomainName", name);
  settings.set("ApiDomainName", domainId);
  if ((settings.get("EndpointConfiguration") ?? null) === null) settings.set("EndpointConfiguration", "REGIONAL");
  const config = toValueMap(settings);
  const endpoint = config.EndpointConfiguration ?? null;
  if (endpoint !== "EDGE" && endpoint !== "REGIONAL") {
    throw invalidResource(
      apiId,
      "'Domain.EndpointConfiguration' must be EDGE, REGIONAL or PRIVATE.",
      "Properties.Domain.EndpointConfiguration",
    );
  }
  refuse(domainId, config, "Policy");
  const domain = makeResource(
    "AWS::ApiGateway::DomainName",
    domainId,
    { ...attributes },
    {
      DomainName: name,
      [endpoint === "REGIONAL" ? "RegionalCertificateArn" : "CertificateArn"]: config.CertificateArn,
      EndpointConfiguration: endpointConfiguration(endpoint, config),
      MutualTlsAuthentication: mutualTls(apiId, config),
      ...optionalSettings(config, ["SecurityPolicy", "EndpointAccessMode", "OwnershipVerificationCertificateArn"]),
    },
  );
  const mapping = (logicalId: string, basePath: string | undefined) =>
    makeResource(
      "AWS::ApiGateway::BasePathMapping",
      logicalId,
      { ...attributes },
      {
        BasePath: basePath,
        DomainName: ref(domainId),
        RestApiId: ref(apiId),
        Stage: ref(`${apiId}.Stage`),
      },
    );
  const mappings = makeMappings(apiId, config, mapping);
  if (endpoint === "EDGE") rememberDistribution(settings, domainId);
  const target = endpoint === "EDGE" ? edgeTarget(toValueMap(settings)) : regionalTarget(domainId);
  const recordSetGroup = makeRecordSetGroup(apiId, config, target, attributes, context);
  return { domain, mappings, recordSetGroup, accessAssociation: null };
}

function makePrivateDomain(
  apiId: string,
  name: Value,
  config: ValueMap,
  attributes: ValueMap,
  context: ExpansionContext,
): DomainResources {
  const domainId = hashedLogicalId("ApiGatewayDomainNameV2", name);
  refuse(domainId, config, "OwnershipVerificationCertificateArn");
  const domain = makeResource(
    "AWS::ApiGateway::DomainNameV2",
    domainId,
    { ...attributes },
    {
      DomainName: name,
      CertificateArn: config.CertificateArn,
      EndpointConfiguration: endpointConfiguration("PRIVATE", config),
      ...optionalSettings(config, ["SecurityPolicy", "EndpointAccessMode", "Policy"]),
    },
  );
  const mapping = (logicalId: string, basePath: string | undefined) =>
    makeResource(
      "AWS::ApiGateway::BasePathMappingV2",
      logicalId,
      { ...attributes },
      {
        BasePath: basePath,
        DomainNameArn: ref(domainId),
        RestApiId: ref(apiId),
        Stage: ref(`${apiId}.Stage`),
      },
    );
  const mappings = makeMappings(apiId, config, mapping);
  const accessAssociation = makeAccessAssociation(apiId, config.AccessAssociation ?? null, domainId, attributes);
  const route53 = isMap(config.Route53) ? config.Route53 : {};
  const target = {
    HostedZoneId: route53.VpcEndpointHostedZoneId ?? null,
    DNSName: route53.VpcEndpointDomainName ?? null,
  };
  const recordSetGroup = makeRecordSetGroup(apiId, config, target, attributes, context);
  return { domain, mappings, recordSetGroup, accessAssociation };
}

/** A setting that only private domains have, or only the others. */
function refuse(domainId: string, config: ValueMap, name: string): void {
  if (isGiven(config[name])) throw invalidResource(domainId, `This kind of domain has no '${name}'.`);
}

function endpointConfiguration(type: string, config: ValueMap): ValueMap {
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

const mutualTlsSettings = ["TruststoreUri", "TruststoreVersion"];

function mutualTls(apiId: string, config: ValueMap): ValueMap | undefined {
  if (!isGiven(config.MutualTlsAuthentication)) return undefined;
  const path = "Domain.MutualTlsAuthentication";
  const settings = expectMap(config.MutualTlsAuthentication, inResource(apiId, path));
  if (Object.keys(settings).some((key) => !mutualTlsSettings.includes(key))) {
    throw invalidResource(apiId, `'${path}' may hold TruststoreUri and TruststoreVersion only.`, `Properties.${path}`);
  }
  return optionalSettings(settings, mutualTlsSettings);
}

/** One mapping a base path; the root where none is given. Only letters and digits enter a logical id. */
function makeMappings(
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

function makeAccessAssociation(apiId: string, given: Value, domainId: string, attributes: ValueMap): Resource | null {
  if (given === null) return null;
  const settings = expectMap(given, inResource(apiId, "Domain.AccessAssociation"));
  const endpoint = settings.VpcEndpointId ?? null;
  const logicalId = hashedLogicalId("DomainNameAccessAssociation", [endpoint, domainId]);
  return makeResource(
    "AWS::ApiGateway::DomainNameAccessAssociation",
    logicalId,
    { ...attributes },
    {
      AccessAssociationSource: endpoint,
      AccessAssociationSourceType: "VPCE",
      DomainNameArn: ref(domainId),
    },
  );
}

function regionalTarget(domainId: string): ValueMap {
  return { HostedZoneId: getAtt(domainId, "RegionalHostedZoneId"), DNSName: getAtt(domainId, "RegionalDomainName") };
}

/** CloudFront's hosted zone is the same for all distributions: https://docs.aws.amazon.com/general/latest/gr/cf_region.html */
function edgeTarget(config: ValueMap): ValueMap {
  const route53 = isMap(config.Route53) ? config.Route53 : {};
  return { HostedZoneId: "Z2FDTNDATAQYW2", DNSName: route53.DistributionDomainName ?? null };
}

function rememberDistribution(settings: PyDict, domainId: string): void {
  const route53 = settings.get("Route53");
  if (!isDict(route53) || (route53.get("DistributionDomainName") ?? null) !== null) return;
  route53.set("DistributionDomainName", PyDict.made({ "Fn::GetAtt": [domainId, "DistributionDomainName"] }));
}

function makeRecordSetGroup(
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
