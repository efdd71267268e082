import { describe, expect, it } from "vitest";
import type { ValueMap } from "../value";
import { makeV2Domain } from "./v2-domain";

const domain = { DomainName: "a.example.com", CertificateArn: "arn:cert" };

function make(settings: ValueMap) {
  return makeV2Domain(settings, { apiId: "Orders", attributes: {}, tags: { a: "b" }, recordSetGroups: new Map() });
}

describe("makeV2Domain", () => {
  it("maps the root, or every base path", () => {
    const ids = (extra: object) => make({ ...domain, ...extra }).map(({ logicalId }) => logicalId.slice(-24));
    expect(ids({}).at(-1)).toBe("OrdersApiMapping");
    expect(ids({ BasePath: ["v1", "/v2/x-y/"] }).slice(1)).toEqual(["Ordersv1ApiMapping", "Ordersv2xyApiMapping"]);
  });

  it("adds records to the hosted zone", () => {
    const made = make({ ...domain, Route53: { HostedZoneName: "example.com.", EvaluateTargetHealth: true } });
    expect(made.at(-1)).toMatchObject({
      type: "AWS::Route53::RecordSetGroup",
      properties: {
        HostedZoneName: "example.com.",
        RecordSets: [{ Name: "a.example.com", AliasTarget: { EvaluateTargetHealth: true } }],
      },
    });
  });

  it.each([
    ["no certificate", { DomainName: "a.example.com" }],
    ["an edge endpoint", { ...domain, EndpointConfiguration: "EDGE" }],
    ["a base path with other characters", { ...domain, BasePath: "v1?" }],
    ["a base path that is no text", { ...domain, BasePath: [{ Ref: "Path" }] }],
    ["unknown settings of mutual TLS", { ...domain, MutualTlsAuthentication: { Uri: "s3://x" } }],
    ["mutual TLS that is no map", { ...domain, MutualTlsAuthentication: "s3://x" }],
  ])("refuses %s", (_, settings) => {
    expect(() => make(settings)).toThrow();
  });
});
