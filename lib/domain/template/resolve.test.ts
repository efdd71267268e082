import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../json";
import { emptyScope, pseudoParametersOf, type ResolutionScope } from "./resolution/scope";
import { resolveCondition, resolveValue } from "./resolve";

const target = {
  stackName: "orders",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;

const scope: ResolutionScope = {
  ...emptyScope,
  parameters: { Stage: "prod", Subnets: ["subnet-1", "subnet-2"], Size: 512 },
  pseudoParameters: pseudoParametersOf(target),
  conditions: { IsProd: true, IsTest: false },
  mappings: { Sizes: { prod: { memory: 1024, zones: ["a", "b"] } } },
  ref: (logicalId) => (logicalId === "Table" ? "orders-table" : undefined),
  getAtt: (logicalId, attribute) => (logicalId === "Table" && attribute === "Arn" ? "arn:table" : undefined),
  availabilityZones: (region) => [`${region}a`, `${region}b`],
};

describe("resolveValue", () => {
  const cases: [string, Json, Json][] = [
    ["a parameter", { Ref: "Stage" }, "prod"],
    ["a list parameter", { Ref: "Subnets" }, ["subnet-1", "subnet-2"]],
    ["a pseudo parameter", { Ref: "AWS::Region" }, "eu-central-1"],
    ["a resource with a known name", { Ref: "Table" }, "orders-table"],
    ["a resource without one", { Ref: "Queue" }, { Ref: "Queue" }],
    ["a name every object inherits", { Ref: "constructor" }, { Ref: "constructor" }],
    ["an attribute", { "Fn::GetAtt": ["Table", "Arn"] }, "arn:table"],
    ["an attribute in dotted form", { "Fn::GetAtt": "Table.Arn" }, "arn:table"],
    ["an unknown attribute", { "Fn::GetAtt": "Stack.Outputs.Url" }, { "Fn::GetAtt": ["Stack", "Outputs.Url"] }],
    ["Sub", { "Fn::Sub": "${Stage}-${Table.Arn}-${!Literal}-${Size}" }, "prod-arn:table-${Literal}-512"],
    ["Sub with variables", { "Fn::Sub": ["${A}/${Stage}", { A: { Ref: "AWS::AccountId" } }] }, "123456789012/prod"],
    ["Sub with an unknown name", { "Fn::Sub": "${Stage}-${Queue}-${!Kept}" }, { "Fn::Sub": "prod-${Queue}-${!Kept}" }],
    [
      "Sub with an unknown variable",
      { "Fn::Sub": ["${A}/${B}", { A: { Ref: "Queue" }, B: "b" }] },
      { "Fn::Sub": ["${A}/b", { A: { Ref: "Queue" } }] },
    ],
    ["Join", { "Fn::Join": ["-", ["a", { Ref: "Size" }, true]] }, "a-512-true"],
    ["Join of a list parameter", { "Fn::Join": [",", { Ref: "Subnets" }] }, "subnet-1,subnet-2"],
    [
      "Join of what is unknown",
      { "Fn::Join": ["", [{ Ref: "Stage" }, { Ref: "Queue" }]] },
      { "Fn::Join": ["", ["prod", { Ref: "Queue" }]] },
    ],
    ["Split", { "Fn::Split": ["-", { "Fn::Sub": "${Stage}-x" }] }, ["prod", "x"]],
    ["Select", { "Fn::Select": ["1", { Ref: "Subnets" }] }, "subnet-2"],
    ["Select out of range", { "Fn::Select": [7, ["a"]] }, { "Fn::Select": [7, ["a"]] }],
    [
      "Select where an entry may vanish",
      { "Fn::Select": [0, [{ "Fn::If": ["Unknown", "a", "b"] }]] },
      { "Fn::Select": [0, [{ "Fn::If": ["Unknown", "a", "b"] }]] },
    ],
    ["FindInMap", { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "memory"] }, 1024],
    ["FindInMap with a default", { "Fn::FindInMap": ["Sizes", "dev", "memory", { DefaultValue: 128 }] }, 128],
    [
      "FindInMap without one",
      { "Fn::FindInMap": ["Sizes", "dev", "memory"] },
      { "Fn::FindInMap": ["Sizes", "dev", "memory"] },
    ],
    ["If, true", { "Fn::If": ["IsProd", "a", "b"] }, "a"],
    ["If, false", { "Fn::If": ["IsTest", "a", { Ref: "Stage" }] }, "prod"],
    [
      "If, unknown",
      { "Fn::If": ["Unknown", { Ref: "AWS::NoValue" }, { Ref: "Stage" }] },
      { "Fn::If": ["Unknown", { Ref: "AWS::NoValue" }, "prod"] },
    ],
    ["NoValue in a property", { A: { Ref: "AWS::NoValue" }, B: 1 }, { B: 1 }],
    ["NoValue in a list", [{ "Fn::If": ["IsTest", 1, { Ref: "AWS::NoValue" }] }, 2], [2]],
    ["Base64", { "Fn::Base64": { "Fn::Sub": "${Stage} é" } }, "cHJvZCDDqQ=="],
    ["ImportValue", { "Fn::ImportValue": { "Fn::Sub": "${Stage}-vpc" } }, { "Fn::ImportValue": "prod-vpc" }],
    ["GetAZs", { "Fn::GetAZs": "" }, ["eu-central-1a", "eu-central-1b"]],
    ["Cidr", { "Fn::Cidr": ["10.1.0.0/16", 2, "8"] }, ["10.1.0.0/24", "10.1.1.0/24"]],
    ["Cidr that does not fit", { "Fn::Cidr": ["10.1.0.0/24", 4, 8] }, { "Fn::Cidr": ["10.1.0.0/24", 4, 8] }],
    ["Length", { "Fn::Length": { Ref: "Subnets" } }, 2],
    ["ToJsonString", { "Fn::ToJsonString": { a: { Ref: "Size" } } }, '{"a":"512"}'],
    ["a transform", { "Fn::Transform": { Name: "AWS::Include" } }, { "Fn::Transform": { Name: "AWS::Include" } }],
    ["a dynamic reference", "{{resolve:ssm:/name}}", "{{resolve:ssm:/name}}"],
    ["a policy's Condition", { Condition: "IsProd" }, { Condition: "IsProd" }],
  ];
  it.each(cases)("resolves %s", (_name, value, expected) => {
    expect(resolveValue(value, scope)).toEqual(expected);
  });

  it("evaluates conditions with three values", () => {
    expect(resolveCondition({ "Fn::Equals": [{ Ref: "Stage" }, "prod"] }, scope)).toBe(true);
    expect(resolveCondition({ "Fn::Equals": [true, "true"] }, scope)).toBe(true);
    expect(resolveCondition({ "Fn::Not": [{ Condition: "IsProd" }] }, scope)).toBe(false);
    expect(resolveCondition({ "Fn::And": [{ Condition: "IsTest" }, { Condition: "Unknown" }] }, scope)).toBe(false);
    expect(resolveCondition({ "Fn::And": [{ Condition: "IsProd" }, { Condition: "Unknown" }] }, scope)).toBeUndefined();
    expect(resolveCondition({ "Fn::Or": [{ Condition: "Unknown" }, { Condition: "IsProd" }] }, scope)).toBe(true);
  });

  it("takes time in proportion to the size of deeply nested values", () => {
    let value: Json = { Ref: "Queue" };
    for (let depth = 0; depth < 200; depth++)
      value = { "Fn::Join": ["", [value, { "Fn::Equals": [value, 1] }].slice(0, 1)] };
    expect(JSON.stringify(resolveValue(value, scope)).length).toBeGreaterThan(200);
  });

  it("finishes later what it left symbolic", () => {
    const value = { "Fn::Sub": ["${Stage}/${Queue}/${Odd}", { Odd: "${!Table}${Table}" }] };
    const first = resolveValue(value, scope);
    const later = { ...emptyScope, ref: (logicalId: string) => `the-${logicalId}` };
    expect(resolveValue(first, later)).toBe("prod/the-Queue/${!Table}${Table}");
  });

  it("is total, deterministic and leaves its input alone", () => {
    fc.assert(
      fc.property(templateValue, (value) => {
        const before = JSON.stringify(value);
        const once = resolveValue(value, scope);
        expect(resolveValue(value, scope)).toEqual(once);
        expect(JSON.stringify(value)).toBe(before);
        resolveCondition(value, scope);
      }),
    );
  });

  it("reaches the same value in two steps as in one", () => {
    const parameters = { ...emptyScope, parameters: scope.parameters, mappings: scope.mappings };
    fc.assert(
      fc.property(templateValue, (value) => {
        expect(resolveValue(resolveValue(value, parameters), scope)).toEqual(resolveValue(value, scope));
      }),
    );
  });
});

const names = fc.constantFrom(
  "Stage",
  "Subnets",
  "Size",
  "Table",
  "Queue",
  "AWS::Region",
  "AWS::NoValue",
  "constructor",
  "IsProd",
  "Sizes",
);
const functions = fc.constantFrom(
  "Ref",
  "Fn::Sub",
  "Fn::Join",
  "Fn::Split",
  "Fn::Select",
  "Fn::FindInMap",
  "Fn::If",
  "Fn::Equals",
  "Fn::And",
  "Fn::Not",
  "Fn::GetAtt",
  "Fn::GetAZs",
  "Fn::Cidr",
  "Fn::Length",
  "Fn::ToJsonString",
  "Fn::Base64",
  "Fn::ImportValue",
  "Fn::Other",
  "Condition",
);
const texts = fc.oneof(
  names,
  fc.string(),
  fc.constantFrom("${Stage}", "${Table.Arn}-${!x}", "${Queue}${", "10.0.0.0/16", "prod", "memory"),
);
const { templateValue } = fc.letrec<{ templateValue: Json }>((tie) => ({
  templateValue: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("templateValue"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), functions), tie("templateValue"), { maxKeys: 3 }),
    fc.tuple(functions, tie("templateValue")).map(([name, argument]) => ({ [name]: argument })),
    fc
      .tuple(functions, fc.array(tie("templateValue"), { maxLength: 4 }))
      .map(([name, argument]) => ({ [name]: argument })),
  ),
}));
