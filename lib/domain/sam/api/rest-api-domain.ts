import { expectGiven, expectMap, inResource } from "../expect";
import { invalidResource } from "../fault";
import { getAtt } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { isDict, PyDict } from "../py27-hash/py-value";
import { toValueMap } from "../py27-hash/template-values";
import { makeResource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isGiven, isMap, type Value, type ValueMap } from "../value";
import {
  type DomainResources,
  domainEndpoint,
  makeMappings,
  makeRecordSetGroup,
  mappingTo,
  optionalSettings,
  refuseSetting,
} from "./domain-settings";
import { makePrivateDomain } from "./private-domain";

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
  refuseSetting(domainId, config, "Policy");
  const domain = makeResource(
    "AWS::ApiGateway::DomainName",
    domainId,
    { ...attributes },
    {
      DomainName: name,
      [endpoint === "REGIONAL" ? "RegionalCertificateArn" : "CertificateArn"]: config.CertificateArn,
      EndpointConfiguration: domainEndpoint(endpoint, config),
      MutualTlsAuthentication: mutualTls(apiId, config),
      ...optionalSettings(config, ["SecurityPolicy", "EndpointAccessMode", "OwnershipVerificationCertificateArn"]),
    },
  );
  const mapping = mappingTo("AWS::ApiGateway::BasePathMapping", "DomainName", domainId, apiId, attributes);
  const mappings = makeMappings(apiId, config, mapping);
  if (endpoint === "EDGE") rememberDistribution(settings, domainId);
  const target = endpoint === "EDGE" ? edgeTarget(toValueMap(settings)) : regionalTarget(domainId);
  const recordSetGroup = makeRecordSetGroup(apiId, config, target, attributes, context);
  return { domain, mappings, recordSetGroup, accessAssociation: null };
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
