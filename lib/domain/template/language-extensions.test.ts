import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { expandLanguageExtensions } from "./language-extensions";

const target = {
  stackName: "orders",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: { Names: "a-1,b" },
} as const;

const expand = (document: JsonObject, find: (path: string) => { line: number; column: number } | null = () => null) =>
  expandLanguageExtensions({ document, positions: { find } }, target);

describe("expandLanguageExtensions", () => {
  it("unrolls loops over lists and list parameters, in keys and values", () => {
    const { value, problems } = expand({
      Parameters: { Names: { Type: "CommaDelimitedList" } },
      Resources: {
        "Fn::ForEach::Topics": [
          "Name",
          { Ref: "Names" },
          {
            "Topic&{Name}": { Type: "AWS::SNS::Topic", Properties: { TopicName: { Ref: "Name" }, Label: "x-${Name}" } },
          },
        ],
        Other: { Type: "AWS::SNS::Topic" },
      },
    });
    expect(problems).toEqual([]);
    expect(value.document.Resources).toEqual({
      Topica1: { Type: "AWS::SNS::Topic", Properties: { TopicName: "a-1", Label: "x-a-1" } },
      Topicb: { Type: "AWS::SNS::Topic", Properties: { TopicName: "b", Label: "x-b" } },
      Other: { Type: "AWS::SNS::Topic" },
    });
  });

  it("unrolls nested loops, and loops inside properties, conditions and outputs", () => {
    const loop = (body: JsonObject) => ({ "Fn::ForEach::L": ["X", ["1", "2"], body] });
    const { value } = expand({
      Conditions: loop({ "Is${X}": { "Fn::Equals": ["${X}", "1"] } }),
      Resources: {
        R: {
          Type: "T",
          Properties: { Map: loop({ "k${X}": { "Fn::ForEach::M": ["Y", ["a"], { "${X}${Y}": "${Y}" }] } }) },
        },
      },
      Outputs: loop({ "O${X}": { Value: { "Fn::GetAtt": ["R", "A${X}"] } } }),
    });
    expect(value.document).toEqual({
      Conditions: { Is1: { "Fn::Equals": ["1", "1"] }, Is2: { "Fn::Equals": ["2", "1"] } },
      Resources: { R: { Type: "T", Properties: { Map: { k1: { "1a": "a" }, k2: { "2a": "a" } } } } },
      Outputs: { O1: { Value: { "Fn::GetAtt": ["R", "A1"] } }, O2: { Value: { "Fn::GetAtt": ["R", "A2"] } } },
    });
  });

  it("evaluates its functions and leaves the plain ones", () => {
    const evaluated = (value: JsonObject) => {
      const { value: template } = expand({
        Parameters: { Names: { Type: "CommaDelimitedList" }, Stage: { Type: "String", Default: "dev" } },
        Mappings: { Sizes: { dev: { memory: 128 } } },
        Resources: { R: { Type: "T", Properties: { It: value } } },
      });
      return JSON.parse(JSON.stringify(template.document.Resources)).R.Properties.It;
    };
    expect(evaluated({ "Fn::Length": { Ref: "Names" } })).toBe(2);
    expect(evaluated({ "Fn::ToJsonString": { stage: { Ref: "Stage" } } })).toBe('{"stage":"dev"}');
    expect(evaluated({ "Fn::ToJsonString": { arn: { "Fn::GetAtt": ["Q", "Arn"] } } })).toEqual({
      "Fn::ToJsonString": { arn: { "Fn::GetAtt": ["Q", "Arn"] } },
    });
    expect(evaluated({ "Fn::FindInMap": ["Sizes", "prod", "memory", { DefaultValue: 256 }] })).toBe(256);
    expect(evaluated({ "Fn::FindInMap": ["Sizes", { "Fn::Sub": "${Stage}" }, "memory"] })).toBe(128);
    expect(evaluated({ "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "memory"] })).toEqual({
      "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "memory"],
    });
    expect(evaluated({ "Fn::GetAtt": [{ "Fn::Sub": "Queue${Stage}" }, "Arn"] })).toEqual({
      "Fn::GetAtt": ["Queuedev", "Arn"],
    });
    expect(evaluated({ Ref: { "Fn::Sub": "Queue${Stage}" } })).toEqual({ Ref: "Queuedev" });
    expect(evaluated({ Ref: "Stage" })).toEqual({ Ref: "Stage" });
  });

  it("decides deletion policies by parameters and conditions", () => {
    const { value, problems } = expand({
      Parameters: { Stage: { Type: "String", Default: "prod" } },
      Conditions: { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
      Resources: {
        A: {
          Type: "T",
          DeletionPolicy: { "Fn::If": ["IsProd", "Retain", "Delete"] },
          UpdateReplacePolicy: { Ref: "AWS::NoValue" },
        },
        B: { Type: "T", DeletionPolicy: { "Fn::GetAtt": ["A", "Policy"] } },
      },
    });
    expect(value.document.Resources).toEqual({ A: { Type: "T", DeletionPolicy: "Retain" }, B: { Type: "T" } });
    expect(problems).toMatchObject([{ code: "undecided-policy", logicalId: "B" }]);
  });

  it("takes itself out of the transforms", () => {
    const sam = "AWS::Serverless-2016-10-31";
    expect(expand({ Transform: "AWS::LanguageExtensions" }).value.document).toEqual({});
    expect(expand({ Transform: ["AWS::LanguageExtensions", sam] }).value.document).toEqual({ Transform: sam });
  });

  it("leads from what a loop made back to its body", () => {
    const asked: string[] = [];
    const { value } = expand({ Resources: { "Fn::ForEach::L": ["X", ["1"], { "R${X}": { Type: "T" } }] } }, (path) => {
      asked.push(path);
      return null;
    });
    value.positions.find("Resources.R1.Type");
    expect(asked).toEqual(["Resources.Fn::ForEach::L.2.R${X}.Type"]);
  });

  it.each<[string, JsonObject, string]>([
    ["a loop that is no list", { "Fn::ForEach::L": "x" }, "for-each-invalid"],
    ["an unknown collection", { "Fn::ForEach::L": ["X", { "Fn::GetAtt": ["R", "List"] }, {}] }, "for-each-unknown"],
    ["a key made twice", { "Fn::ForEach::L": ["X", ["1", "2"], { Same: {} }], Same: {} }, "for-each-duplicate"],
    ["a collection without end", { "Fn::ForEach::L": ["X", Array(6000).fill("a"), {}] }, "for-each-too-large"],
  ])("reports %s with its place", (_name, resources, code) => {
    expect(expand({ Resources: resources }).problems).toMatchObject([{ code, severity: "error" }]);
  });

  it("is total, deterministic and leaves its input alone", () => {
    const keys = fc.constantFrom("Fn::ForEach::L", "Fn::Length", "Ref", "Fn::FindInMap", "DeletionPolicy", "R");
    const sections = fc.dictionary(
      fc.constantFrom("Resources", "Outputs", "Conditions", "Transform", "Parameters"),
      fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())))),
    );
    fc.assert(
      fc.property(sections, (written) => {
        const text = JSON.stringify(written);
        const document = JSON.parse(text);
        expect(expand(document).value.document).toEqual(expand(JSON.parse(text)).value.document);
        expect(JSON.stringify(document)).toBe(text);
      }),
    );
  });
});
