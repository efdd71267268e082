import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { readParameterValues } from "./parameter-values";

const read = (declaration: JsonObject, given: Record<string, string> = {}, name = "Name") =>
  readParameterValues(
    { Parameters: { [name]: declaration } },
    { stackName: "s", region: "eu-central-1", account: "123456789012", partition: "aws", parameters: given },
  );

describe("readParameterValues", () => {
  it("takes the given value before the default", () => {
    expect(read({ Type: "String", Default: "a" }, { Name: "b" }).value.Name).toMatchObject({
      value: "b",
      origin: "given",
    });
    expect(read({ Type: "String", Default: "a" }).value.Name).toMatchObject({ value: "a", origin: "default" });
  });

  it("reads lists and numbers", () => {
    expect(read({ Type: "CommaDelimitedList", Default: "a, b" }).value.Name?.value).toEqual(["a", "b"]);
    expect(read({ Type: "List<Number>", Default: "1,2" }).value.Name?.value).toEqual([1, 2]);
    expect(read({ Type: "Number", Default: "1.0" }).value.Name?.value).toBe("1.0");
  });

  it.each([
    [{ Type: "String", AllowedValues: ["x", "y"] }, "Name", "x"],
    [
      { Type: "List<AWS::EC2::Subnet::Id>" },
      "Subnets",
      [expect.stringMatching(/^subnet-[0-9a-f]{17}$/), expect.stringMatching(/^subnet-[0-9a-f]{17}$/)],
    ],
    [{ Type: "AWS::EC2::VPC::Id" }, "Vpc", expect.stringMatching(/^vpc-[0-9a-f]{17}$/)],
    [{ Type: "Number", MinValue: 3 }, "Count", 3],
    [{ Type: "String", MinLength: 20 }, "Name", "name-value0000000000"],
    [{ Type: "String", AllowedPattern: "[0-9]+" }, "Port", "1"],
    [{ Type: "String", AllowedPattern: "(a+)+$" }, "Odd", "odd-value"],
    [{ Type: "String" }, "KmsKeyArn", "arn:aws:kms:eu-central-1:123456789012:key/1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d"],
  ])("assumes a plausible value for %j", (declaration, name, expected) => {
    const { value, problems } = read(declaration, {}, name);
    expect(value[name]).toMatchObject({ value: expected, origin: "assumed" });
    expect(problems).toMatchObject([{ code: "parameter-assumed", path: `Parameters.${name}` }]);
  });

  it("assumes different subnets for different parameters and list entries", () => {
    const subnets = ["SubnetA", "SubnetB"].map(
      (name) => read({ Type: "AWS::EC2::Subnet::Id" }, {}, name).value[name]?.value,
    );
    expect(new Set(subnets).size).toBe(2);
    const list = read({ Type: "List<AWS::EC2::Subnet::Id>" }).value.Name?.value;
    expect(new Set(Array.isArray(list) ? list : []).size).toBe(2);
  });

  it("assumes what SSM holds and keeps the parameter's name", () => {
    const { value } = read({ Type: "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>", Default: "/vpc/subnets" });
    expect(value.Name).toMatchObject({ origin: "assumed", ssmParameterName: "/vpc/subnets" });
    expect(value.Name?.value).toHaveLength(2);
  });

  it("reports values that CloudFormation would refuse and names that it does not know", () => {
    expect(read({ Type: "String", AllowedValues: ["x"] }, { Name: "z" }).problems).toMatchObject([
      { code: "parameter-not-allowed" },
    ]);
    expect(read({ Type: "Number" }, { Name: "z" }).problems).toMatchObject([{ code: "parameter-not-a-number" }]);
    expect(read({ Type: "String", Default: "a" }, { Nmae: "b" }).problems).toMatchObject([
      { code: "parameter-unknown", severity: "warning" },
    ]);
  });
});
