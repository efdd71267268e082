import { describe, expect, it } from "vitest";
import { loadResourceSpec } from "../../../data/resource-spec";
import { allRules } from "./all-rules";

/** Types that CloudFormation or a tool knows beside the resource specification. */
const beside = ["AWS::CDK::Metadata", "Custom::*"];

describe("the list of rules", () => {
  it("knows every type once", () => {
    const types = allRules.map(({ type }) => type);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });

  it("names types that the resource specification knows", () => {
    const { types } = loadResourceSpec();
    expect(allRules.filter(({ type }) => !(type in types) && !beside.includes(type)).map(({ type }) => type)).toEqual(
      [],
    );
  });
});
