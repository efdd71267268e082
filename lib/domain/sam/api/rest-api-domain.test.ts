import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const domain = { DomainName: "orders.example.com", CertificateArn: "arn:aws:acm:x" };

function expandDomain(extra: JsonObject) {
  return expandResources({ Orders: restApi({ Domain: { ...domain, ...extra } }) });
}

// Logical ids are those that the official translator (1.110.0) gives for the same resources.
describe("the custom domain of a REST API", () => {
  it("is regional by default, with a mapping for each base path", () => {
    const Route53 = { HostedZoneId: "Z1", IpV6: true };
    const { resources } = expandDomain({ BasePath: ["v1", "/v2/"], Route53 });
    expect(resources).toHaveProperty("OrdersDeploymentfbe5be5654");
    expect(resources.ApiGatewayDomainName6b390559da?.Properties).toEqual({
      DomainName: "orders.example.com",
      RegionalCertificateArn: "arn:aws:acm:x",
      EndpointConfiguration: { Types: ["REGIONAL"] },
    });
    expect(resources.Ordersv2BasePathMapping?.Properties).toEqual({
      BasePath: "v2",
      DomainName: { Ref: "ApiGatewayDomainName6b390559da" },
      RestApiId: { Ref: "Orders" },
      Stage: { Ref: "OrdersProdStage" },
    });
    expect(resources.RecordSetGroup0cf6d58763?.Properties).toMatchObject({
      HostedZoneId: "Z1",
      RecordSets: [{ Type: "A" }, { Type: "AAAA" }],
    });
  });

  it("may be at the edge", () => {
    const { resources } = expandDomain({ EndpointConfiguration: "EDGE", Route53: { HostedZoneName: "example.com." } });
    expect(resources).toHaveProperty("OrdersDeployment60788bf013");
    expect(resources.ApiGatewayDomainName6b390559da?.Properties).toMatchObject({ CertificateArn: "arn:aws:acm:x" });
    expect(resources.RecordSetGroup22b77bea9d?.Properties).toMatchObject({
      RecordSets: [{ AliasTarget: { HostedZoneId: "Z2FDTNDATAQYW2" } }],
    });
  });

  it.each([
    ["no certificate", { CertificateArn: null }],
    ["an unknown endpoint", { EndpointConfiguration: "LOCAL" }],
    ["unknown settings of mutual TLS", { MutualTlsAuthentication: { Uri: "s3://x" } }],
  ])("is refused with %s", (_, extra) => {
    expect(expandDomain(extra).problems).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });
});
