import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../json";
import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import { expandSam } from "./expand-sam";
import { functionEventSources, resourceTypes, stateMachineEventSources } from "./registry";

const options: ExpandOptions = {
  parameters: { Stage: "prod" },
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
};

const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      3,
      1.5,
      "",
      "a",
      "AWS_IAM",
      "s3://bucket/key",
      "/orders",
      "get",
      "${Stage}",
    ),
    fc.constantFrom<Json>({ Ref: "Stage" }, { Ref: "AWS::NoValue" }, { "Fn::Sub": "${Stage}-x" }, { Ref: "Other" }),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.tuple(tie("json"), tie("json")).map(([yes, no]): Json => ({ "Fn::If": ["IsProd", yes, no] })),
    fc.dictionary(fc.constantFrom(...words()), tie("json"), { maxKeys: 4 }),
  ),
})).json;

/** Names that rules look for, so that random values reach them. */
function words(): string[] {
  const names = [...resourceTypes, ...functionEventSources, ...stateMachineEventSources].flatMap((rule) =>
    Object.keys(rule.properties),
  );
  return [
    ...new Set([
      ...names,
      "Type",
      "Properties",
      "Ref",
      "Fn::If",
      "Fn::Sub",
      "Fn::FindInMap",
      "Statement",
      "Id",
      "Arn",
      "__proto__",
      "Orders",
    ]),
  ];
}

const resource: fc.Arbitrary<Json> = fc.constantFrom(...resourceTypes).chain((rule) =>
  fc.record(
    {
      Type: fc.constant(rule.type),
      Properties: fc.dictionary(fc.constantFrom(...Object.keys(rule.properties)), fc.oneof(json, events), {
        maxKeys: 6,
      }),
      Condition: json,
      DependsOn: json,
      Connectors: json,
    },
    { requiredKeys: ["Type"] },
  ),
);

const events: fc.Arbitrary<Json> = fc.dictionary(
  fc.constantFrom("Queue", "Api", "Other"),
  fc.constantFrom(...functionEventSources, ...stateMachineEventSources).chain((source) =>
    fc.record({
      Type: fc.constant(source.type),
      Properties: fc.dictionary(fc.constantFrom(...Object.keys(source.properties)), json, { maxKeys: 5 }),
    }),
  ),
  { maxKeys: 2 },
);

const section = fc.record({
  Resources: fc.dictionary(fc.constantFrom("Orders", "Other", "Api"), resource, { maxKeys: 3 }),
});
const extras = fc.dictionary(
  fc.constantFrom("Globals", "Conditions", "Mappings", "Parameters", "Transform", "Outputs"),
  json,
  { maxKeys: 2 },
);
const document: fc.Arbitrary<JsonObject> = fc
  .tuple(section, extras)
  .map(([resources, others]) => ({ ...others, ...resources }));

function templateOf(content: JsonObject): Template {
  return { document: content, positions: { find: () => null } };
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

describe("expandSam", () => {
  it("answers anything JSON-like with problems instead of throwing, and foresees its shape", () => {
    fc.assert(
      fc.property(document, (content) => {
        const { value, problems } = expandSam(templateOf(content), options);
        expect(value !== null || problems.length > 0).toBe(true);
        expect(problems.map(({ message }) => message).filter((message) => message.includes("cannot read"))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("takes any JSON as a document", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ depthSize: "small" }).map(asJson)), (content) => {
        expandSam(templateOf(content), options);
      }),
    );
  });

  it("is deterministic and leaves its input alone", () => {
    fc.assert(
      fc.property(document, (content) => {
        const frozen = freeze(structuredClone(content));
        const first = expandSam(templateOf(frozen), options);
        expect(JSON.stringify(expandSam(templateOf(frozen), options))).toBe(JSON.stringify(first));
        expect(frozen).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });
});

function asJson(value: fc.JsonValue): Json {
  return JSON.parse(JSON.stringify(value));
}
