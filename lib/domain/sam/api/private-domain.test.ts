import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const domain = { DomainName: "orders.example.com", CertificateArn: "arn:aws:acm:x" };

function expandDomain(extra: JsonObject) {
  return expandResources({ Orders: restApi({ Domain: { ...domain, ...extra } }) });
}

describe("the private domain of a REST API", () => {
  it("is reached through a VPC endpoint", () => {
    const AccessAssociation = { VpcEndpointId: "vpce-1" };
    const { resources } = expandDomain({ EndpointConfiguration: "PRIVATE", AccessAssociation, Policy: { a: "b" } });
    const types = Object.values(resources).map(({ Type }) => Type);
    expect(types).toEqual(
      expect.arrayContaining([
        "AWS::ApiGateway::DomainNameV2",
        "AWS::ApiGateway::BasePathMappingV2",
        "AWS::ApiGateway::DomainNameAccessAssociation",
      ]),
    );
  });

  it("points its name at the endpoint that it is told", () => {
    const Route53 = { HostedZoneId: "Z1", VpcEndpointDomainName: "vpce.example", VpcEndpointHostedZoneId: "Z2" };
    const { resources } = expandDomain({ EndpointConfiguration: "PRIVATE", Route53 });
    const group = Object.values(resources).find(({ Type }) => Type === "AWS::Route53::RecordSetGroup");
    expect(group?.Properties).toMatchObject({
      RecordSets: [{ AliasTarget: { DNSName: "vpce.example", HostedZoneId: "Z2" } }],
    });
  });

  it("is refused with an access association that is no map", () => {
    const { problems } = expandDomain({ EndpointConfiguration: "PRIVATE", AccessAssociation: "vpce-1" });
    expect(problems).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
