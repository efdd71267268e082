import { expectMap, inResource } from "../expect";
import { ref } from "../intrinsics";
import { hashedLogicalId } from "../logical-id";
import { makeResource, type Resource } from "../resource";
import type { ExpansionContext } from "../resource-type";
import { isMap, type Value, type ValueMap } from "../value";
import {
  type DomainResources,
  domainEndpoint,
  makeMappings,
  makeRecordSetGroup,
  mappingTo,
  optionalSettings,
  refuseSetting,
} from "./domain-settings";

/** A domain that is reached from within VPCs. */
export function makePrivateDomain(
  apiId: string,
  name: Value,
  config: ValueMap,
  attributes: ValueMap,
  context: ExpansionContext,
): DomainResources {
  const domainId = hashedLogicalId("ApiGatewayDomainNameV2", name);
  refuseSetting(domainId, config, "OwnershipVerificationCertificateArn");
  const domain = makeResource(
    "AWS::ApiGateway::DomainNameV2",
    domainId,
    { ...attributes },
    {
      DomainName: name,
      CertificateArn: config.CertificateArn,
      EndpointConfiguration: domainEndpoint("PRIVATE", config),
      ...optionalSettings(config, ["SecurityPolicy", "EndpointAccessMode", "Policy"]),
    },
  );
  const mapping = mappingTo("AWS::ApiGateway::BasePathMappingV2", "DomainNameArn", domainId, apiId, attributes);
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
