import { describe, expect, it } from "vitest";
import { addToGroup, groupId, makeRecordSets, readRoute53 } from "./record-sets";

describe("record sets of a domain", () => {
  it("are one, and two with IPv6", () => {
    const target = { DNSName: "d" };
    expect(makeRecordSets("a.example.com", { Region: "eu-central-1" }, target)).toEqual([
      { Name: "a.example.com", Type: "A", AliasTarget: target, Region: "eu-central-1" },
    ]);
    expect(makeRecordSets("a.example.com", { IpV6: true }, target).map(({ Type }) => Type)).toEqual(["A", "AAAA"]);
  });

  it("share the group of their zone", () => {
    const groups = new Map();
    const zone = { HostedZoneId: "Z1" };
    for (const record of ["one", "two"]) addToGroup(groups, groupId(zone), {}, zone, [record]);
    expect([...groups.values()]).toMatchObject([{ properties: { HostedZoneId: "Z1", RecordSets: ["one", "two"] } }]);
  });

  it("need a zone", () => {
    expect(readRoute53("Orders", {})).toBeNull();
    expect(() => readRoute53("Orders", { Route53: { IpV6: true } })).toThrow();
    expect(() => readRoute53("Orders", { Route53: "Z1" })).toThrow();
  });
});
