import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import { resolveTemplate, startResolving } from "./resolve-template";

const target = (parameters: Record<string, string> = {}) =>
  ({ stackName: "orders", region: "eu-central-1", account: "123456789012", partition: "aws", parameters }) as const;

describe("resolveTemplate", () => {
  const document = {
    Parameters: { Stage: { Type: "String", Default: "dev" }, Memory: { Type: "Number", Default: 128 } },
    Conditions: {
      IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] },
      NotProd: { "Fn::Not": [{ Condition: "IsProd" }] },
    },
    Resources: {
      Table: {
        Type: "AWS::DynamoDB::Table",
        DeletionPolicy: "Retain",
        Properties: { TableName: { "Fn::Sub": "orders-${Stage}" } },
      },
      Alarm: { Type: "AWS::CloudWatch::Alarm", Condition: "IsProd" },
      Function: {
        Type: "AWS::Lambda::Function",
        DependsOn: ["Table", "Alarm"],
        Properties: {
          MemorySize: { Ref: "Memory" },
          Environment: { "Fn::Sub": "${Queue.Arn}" },
          Extra: { "Fn::If": ["IsProd", { Ref: "Alarm" }, { Ref: "AWS::NoValue" }] },
        },
      },
      Queue: { Type: "AWS::SQS::Queue" },
    },
    Outputs: {
      TableName: { Value: { Ref: "Table" }, Export: { Name: { "Fn::Sub": "${AWS::StackName}-table" } } },
      Alarm: { Condition: "IsProd", Value: { Ref: "Alarm" } },
    },
  };

  it("fills in what is known and lists what exists", () => {
    const { value, problems } = resolveTemplate(document, target());
    expect(problems).toEqual([]);
    expect(value.conditions).toEqual({ IsProd: false, NotProd: true });
    expect(value.absent).toEqual(["Alarm"]);
    expect(value.resources.map(({ logicalId }) => logicalId)).toEqual(["Table", "Function", "Queue"]);
    expect(value.resources[0]).toMatchObject({ properties: { TableName: "orders-dev" }, deletionPolicy: "Retain" });
    expect(value.resources[1]).toMatchObject({
      properties: { MemorySize: 128, Environment: { "Fn::Sub": "${Queue.Arn}" } },
      dependsOn: ["Table"],
      refersTo: ["Queue"],
    });
    expect(value.outputs).toEqual([{ name: "TableName", value: { Ref: "Table" }, exportName: "orders-table" }]);
  });

  it("follows the parameters given", () => {
    const { value } = resolveTemplate(document, target({ Stage: "prod" }));
    expect(value.absent).toEqual([]);
    expect(value.resources[2]?.refersTo).toEqual(["Queue", "Alarm"]);
  });

  it("takes a macro among the resources for none of them, and says which resources ask for zones", () => {
    const zone = { "Fn::Select": [0, { "Fn::GetAZs": "" }] };
    const { value } = resolveTemplate(
      {
        Conditions: { Written: { "Fn::Equals": ["a", "a"] } },
        Resources: {
          "Fn::Transform": { Name: "AWS::Include" },
          A: { Type: "T", Properties: { Zone: zone } },
          B: { Type: "T", Properties: { Zone: { "Fn::If": ["Written", "a", zone] } } },
        },
      },
      target(),
    );
    expect(value.resources.map(({ logicalId, asksForZones }) => [logicalId, asksForZones])).toEqual([
      ["A", true],
      ["B", false],
    ]);
  });

  it("reports dangling names, absent resources, unknown conditions and cycles with their place", () => {
    const { problems } = resolveTemplate(
      {
        Conditions: { Never: { "Fn::Equals": ["a", "b"] } },
        Resources: {
          A: { Type: "T", Properties: { X: { Ref: "B" }, Y: { "Fn::Sub": "${Nothing.Arn}" } } },
          B: { Type: "T", DependsOn: "A", Condition: "Undefined" },
          C: { Type: "T", Condition: "Never" },
          D: { Type: "T", Properties: { X: { "Fn::GetAtt": ["C", "Arn"] } } },
        },
      },
      target(),
    );
    expect(problems.map(({ code, logicalId, path }) => ({ code, logicalId, path }))).toEqual([
      { code: "dangling-reference", logicalId: "A", path: "Resources.A.Properties.Y.Fn::Sub" },
      { code: "absent-resource", logicalId: "D", path: "Resources.D.Properties.X.Fn::GetAtt" },
      { code: "unknown-condition", logicalId: "B", path: "Resources.B.Condition" },
      { code: "circular-dependency", logicalId: "A", path: "Resources.A" },
    ]);
  });

  it("reports lookups that find nothing and conditions that nothing defines", () => {
    const { problems } = resolveTemplate(
      {
        Mappings: { Sizes: { dev: { memory: 1 } } },
        Resources: {
          A: {
            Type: "T",
            Properties: { X: { "Fn::FindInMap": ["Sizes", "prod", "memory"] }, Y: [{ "Fn::If": ["Nope", 1, 2] }] },
          },
          B: {
            Type: "T",
            Properties: { X: { "Fn::FindInMap": ["Sizes", { "Fn::GetAtt": ["A", "Stage"] }, "memory"] } },
          },
        },
      },
      target(),
    );
    expect(problems).toMatchObject([
      { code: "mapping-not-found", logicalId: "A", path: "Resources.A.Properties.X.Fn::FindInMap" },
      { code: "unknown-condition", logicalId: "A", path: "Resources.A.Properties.Y.0.Fn::If" },
    ]);
  });

  it("puts lines on problems when positions are given", () => {
    const { problems } = resolveTemplate({ Parameters: { Name: { Type: "String" } } }, target(), {
      find: (path) => (path === "Parameters.Name" ? { line: 2, column: 3 } : null),
    });
    expect(problems).toMatchObject([{ code: "parameter-assumed", line: 2, column: 3 }]);
  });

  it("finds the same, faults included, when it has seen most of the template before", () => {
    const values: JsonObject[] = [
      { Ref: "A" },
      { Ref: "Stage" },
      { "Fn::GetAtt": ["B", "Arn"] },
      { "Fn::If": ["IsProd", { Ref: "A" }, { Ref: "AWS::NoValue" }] },
      { "Fn::FindInMap": ["Sizes", { Ref: "Stage" }, "memory"] },
    ];
    const resources = values.flatMap((X): JsonObject[] => [
      { Type: "T", Properties: { X } },
      { Type: "T", Condition: "IsProd", DependsOn: "B", Properties: { List: [X] } },
    ]);
    const section = (...entries: JsonObject[]) => fc.option(fc.constantFrom(...entries), { nil: {} });
    const arbitraryDocument = fc.record({
      Parameters: section({ Stage: { Type: "String", Default: "dev" } }, { Stage: { Type: "String" } }),
      Mappings: section({ Sizes: { dev: { memory: 1 } } }),
      Conditions: section(
        { IsProd: { "Fn::Equals": [{ Ref: "Stage" }, "prod"] } },
        { IsProd: { "Fn::Equals": [1, 1] } },
      ),
      Resources: fc.dictionary(fc.constantFrom("A", "B", "C"), fc.constantFrom(...resources)),
      Outputs: section(...values.map((Value) => ({ Url: { Value } }))),
    });
    const arbitraryTarget = fc.constantFrom(target(), target({ Stage: "prod" }));
    fc.assert(
      fc.property(fc.array(fc.tuple(arbitraryDocument, arbitraryTarget), { minLength: 2 }), (versions) => {
        const resolveKept = startResolving();
        for (const version of versions) expect(resolveKept(...version)).toEqual(resolveTemplate(...version));
      }),
      { numRuns: 100 },
    );
  });

  it("keeps a resource under another parameter where it comes to the same, and only there", () => {
    const resolveKept = startResolving();
    const first = resolveKept(document, target()).value;
    const other = resolveKept(document, target({ Memory: "256" })).value;
    const find = ({ resources }: typeof first, id: string) => resources.find(({ logicalId }) => logicalId === id);
    expect(find(other, "Queue")).toBeDefined();
    expect(find(other, "Queue")).toBe(find(first, "Queue"));
    expect(find(other, "Table")).toBe(find(first, "Table"));
    expect(find(other, "Function")?.properties.MemorySize).toBe(256);
  });

  it("never throws, whatever JSON stands in the sections", () => {
    const sections = fc.dictionary(
      fc.constantFrom("Parameters", "Conditions", "Resources", "Outputs", "Mappings"),
      fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue())),
    );
    fc.assert(
      fc.property(sections, (json) => {
        const document = JSON.parse(JSON.stringify(json));
        const once = resolveTemplate(document, target());
        expect(document).toEqual(JSON.parse(JSON.stringify(json)));
        expect(resolveTemplate(document, target())).toEqual(once);
      }),
    );
  });
});
