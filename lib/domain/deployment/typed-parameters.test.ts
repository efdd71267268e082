import { describe, expect, it } from "vitest";
import type { ResolvedParameter } from "../template/resolved-template";
import { checkTypedParameter, listTypedParameters } from "./typed-parameters";

function listFor(...types: string[]) {
  const parameters = types.map((type, index): [string, ResolvedParameter] => [
    `P${index}`,
    { type, value: "x", origin: "given", ssmParameterName: null },
  ]);
  const nothing = { conditions: {}, resources: [], absent: [], outputs: [] };
  return listTypedParameters({ ...nothing, parameters: Object.fromEntries(parameters) });
}

describe("parameters of AWS's types", () => {
  it.each([
    ["AWS::EC2::Image::Id", "DescribeImages"],
    ["AWS::EC2::KeyPair::KeyName", "DescribeKeyPairs"],
    ["List<AWS::EC2::Subnet::Id>", "DescribeSubnets"],
    ["AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", "DescribeImages"],
    ["AWS::SSM::Parameter::Value<List<AWS::EC2::SecurityGroup::Id>>", "DescribeSecurityGroups"],
  ])("%s is looked for with %s", (type, operation) => {
    expect(listFor(type)).toEqual([["P0", operation]]);
  });

  it.each([
    "String",
    "Number",
    "CommaDelimitedList",
    "List<Number>",
    "AWS::SSM::Parameter::Value<String>",
    "constructor",
  ])("%s is not looked for", (type) => {
    expect(listFor(type)).toEqual([]);
  });

  it("are looked for once a kind, for the first parameter, on no resource", () => {
    expect(listFor("AWS::EC2::Subnet::Id", "List<AWS::EC2::Subnet::Id>", "AWS::EC2::VPC::Id")).toEqual([
      ["P0", "DescribeSubnets"],
      ["P2", "DescribeVpcs"],
    ]);
    expect(checkTypedParameter(["P0", "DescribeSubnets"]).checks).toMatchObject([
      { action: "ec2:DescribeSubnets", resources: ["*"], cause: "Parameters.P0" },
    ]);
  });
});
