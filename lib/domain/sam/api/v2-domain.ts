import { invalidResource } from "../fault";
import { getAtt, ref } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import { isGiven, isList, isMap, type Value, type ValueMap } from "../value";
import { optionalSettings } from "./domain-settings";
import { addToGroup, groupId, makeRecordSets, readRoute53 } from "./record-sets";

/** What the domain of an HTTP or WebSocket API is made for. */
export interface V2DomainRequest {
  readonly apiId: string;
  readonly attributes: ValueMap;
  /** Tags of the domain: the mark of SAM. */
  readonly tags: ValueMap;
  readonly recordSetGroups: Map<string, Resource>;
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-httpapi-httpapidomainconfiguration.html */
export function makeV2Domain(domain: ValueMap, request: V2DomainRequest): Resource[] {
  const { apiId, attributes } = request;
  const { DomainName: name = null, CertificateArn: certificate = null } = domain;
  if (name === null || certificate === null) {
    throw invalidResource(apiId, "'Domain' needs both DomainName and CertificateArn.", "Properties.Domain");
  }
  if ((domain.EndpointConfiguration ?? "REGIONAL") !== "REGIONAL") {
    throw invalidResource(
      apiId,
      "'Domain.EndpointConfiguration' must be REGIONAL.",
      "Properties.Domain.EndpointConfiguration",
    );
  }
  const domainId = hashedLogicalId("ApiGatewayDomainNameV2", name);
  const resource = makeResource(
    "AWS::ApiGatewayV2::DomainName",
    domainId,
    { ...attributes },
    {
      DomainName: name,
      DomainNameConfigurations: [
        {
          CertificateArn: certificate,
          EndpointType: "REGIONAL",
          ...optionalSettings(domain, ["OwnershipVerificationCertificateArn", "SecurityPolicy"]),
        },
      ],
      MutualTlsAuthentication: mutualTls(apiId, domain.MutualTlsAuthentication),
      Tags: request.tags,
    },
  );
  const group = makeRecordSetGroup(domain, domainId, request);
  return [resource, ...makeMappings(apiId, domain.BasePath, domainId, attributes), ...(group ? [group] : [])];
}

const mutualTlsSettings = ["TruststoreUri", "TruststoreVersion"];

function mutualTls(apiId: string, given: Value | undefined): ValueMap | undefined {
  if (!isGiven(given)) return undefined;
  const path = "Properties.Domain.MutualTlsAuthentication";
  if (!isMap(given)) {
    throw invalidResource(
      apiId,
      "'MutualTlsAuthentication' must be a map with TruststoreUri or TruststoreVersion.",
      path,
    );
  }
  const unknown = Object.keys(given)
    .filter((key) => !mutualTlsSettings.includes(key))
    .sort();
  if (unknown.length > 0) {
    // The transform names the settings in the place of the resource.
    throw invalidResource(
      unknown.join(","),
      "'MutualTlsAuthentication' may hold TruststoreUri and TruststoreVersion only.",
      path,
    );
  }
  return optionalSettings(given, mutualTlsSettings);
}

function makeMappings(apiId: string, given: Value | undefined, domainId: string, attributes: ValueMap): Resource[] {
  const make = (logicalId: string, key: string | undefined) =>
    makeResource(
      "AWS::ApiGatewayV2::ApiMapping",
      logicalId,
      { ...attributes },
      {
        DomainName: ref(domainId),
        ApiId: ref(apiId),
        Stage: ref(`${apiId}.Stage`),
        ApiMappingKey: key,
      },
    );
  const paths = typeof given === "string" ? [given] : given;
  if (!isGiven(paths) || !isList(paths) || given === "") return [make(`${apiId}ApiMapping`, undefined)];
  return paths.map((path) => {
    if (typeof path !== "string" || /[^0-9a-zA-Z/\-_]/.test(path)) {
      throw invalidResource(
        apiId,
        "A 'BasePath' must be a string of letters, digits, '/', '-' and '_'.",
        "Properties.Domain.BasePath",
      );
    }
    return make(`${apiId}${path.replace(/[-_/]+/g, "")}ApiMapping`, path.replace(/^\/+|\/+$/g, ""));
  });
}

function makeRecordSetGroup(domain: ValueMap, domainId: string, request: V2DomainRequest): Resource | null {
  const route53 = readRoute53(request.apiId, domain);
  if (route53 === null) return null;
  const health = route53.EvaluateTargetHealth ?? null;
  const aliasTarget: ValueMap = {
    ...(health === null ? {} : { EvaluateTargetHealth: health }),
    HostedZoneId: getAtt(domainId, "RegionalHostedZoneId"),
    DNSName: getAtt(domainId, "RegionalDomainName"),
  };
  const zone: ValueMap =
    route53.HostedZoneId === undefined
      ? { HostedZoneName: route53.HostedZoneName ?? null }
      : { HostedZoneId: route53.HostedZoneId };
  const records = makeRecordSets(domain.DomainName ?? null, route53, aliasTarget);
  return addToGroup(request.recordSetGroups, groupId(route53), { ...request.attributes }, zone, records);
}
