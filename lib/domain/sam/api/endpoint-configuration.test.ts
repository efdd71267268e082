import { describe, expect, it } from "vitest";
import { endpointConfiguration } from "./endpoint-configuration";

describe("endpointConfiguration", () => {
  it("says nothing where the default is right, and REGIONAL where there are no edge endpoints", () => {
    expect(endpointConfiguration("Orders", undefined, "aws")).toEqual({});
    const regional = {
      EndpointConfiguration: { Types: ["REGIONAL"] },
      Parameters: { endpointConfigurationTypes: "REGIONAL" },
    };
    expect(endpointConfiguration("Orders", undefined, "aws-cn")).toEqual(regional);
    expect(endpointConfiguration("Orders", undefined, "aws-us-gov")).toEqual(regional);
    expect(endpointConfiguration("Orders", "REGIONAL", "aws")).toEqual(regional);
  });

  it("takes VPC endpoints by either spelling, not by both", () => {
    const given = (extra: object) => endpointConfiguration("Orders", { Type: "PRIVATE", ...extra }, "aws");
    const expected = { EndpointConfiguration: { Types: ["PRIVATE"], VpcEndpointIds: ["vpce-1"] } };
    expect(given({ VPCEndpointIds: ["vpce-1"] })).toMatchObject(expected);
    expect(given({ VpcEndpointIds: ["vpce-1"] })).toMatchObject(expected);
    expect(() => given({ VPCEndpointIds: [], VpcEndpointIds: [] })).toThrow();
  });
});
