import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { restApi } from "../testing/api-resources";
import { expandResources } from "../testing/expand-resources";

const domain = { DomainName: "orders.example.com", CertificateArn: "arn:aws:acm:x" };

function expandDomain(extra: JsonObject) {
  return expandResources({ Orders: restApi({ Domain: { ...domain, ...extra } }) });
}

describe("settings of the domain of a REST API", () => {
  it("shares a record set group with other domains of the zone unless told otherwise", () => {
    const api = (DomainName: string, extra: JsonObject = {}) =>
      restApi({ Domain: { ...domain, DomainName, Route53: { HostedZoneId: "Z1", ...extra } } });
    const groups = (extra?: JsonObject) =>
      Object.values(expandResources({ A: api("a.example.com"), B: api("b.example.com", extra) }).resources).filter(
        ({ Type }) => Type === "AWS::Route53::RecordSetGroup",
      );
    expect(groups()).toMatchObject([{ Properties: { RecordSets: [{}, {}] } }]);
    expect(groups({ SeparateRecordSetGroup: true })).toHaveLength(2);
  });

  it("keep other characters in a base path on demand", () => {
    const mapping = (NormalizeBasePath: boolean) =>
      expandDomain({ BasePath: "v-1", NormalizeBasePath }).resources.Ordersv1BasePathMapping?.Properties;
    expect(mapping(true)).toMatchObject({ BasePath: "v1" });
    expect(mapping(false)).toMatchObject({ BasePath: "v-1" });
  });

  it.each([
    ["no hosted zone", { Route53: { IpV6: true } }],
    ["base paths that are no text", { BasePath: [{ Ref: "Path" }] }],
  ])("are refused with %s", (_, extra) => {
    expect(expandDomain(extra).problems).toMatchObject([{ logicalId: "Orders", severity: "error" }]);
  });

  it("name the domain where it is of the wrong kind", () => {
    const { problems } = expandDomain({ Policy: { a: "b" } });
    expect(problems[0]?.logicalId).toMatch(/^ApiGatewayDomainName/);
  });
});
