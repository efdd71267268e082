import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json";
import { hasErrors } from "../problem";
import type { Template } from "../template/template";
import type { ExpandOptions } from "./expand-options";
import { expandSam } from "./expand-sam";
import { everything } from "./testing/everything";

const options: ExpandOptions = {
  parameters: { Stage: "prod" },
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
};

const replacement: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
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
      "NONE",
      "s3://bucket/key",
      "${Stage}",
      "IsProd",
    ),
    fc.constantFrom<Json>(
      { Ref: "Stage" },
      { Ref: "AWS::NoValue" },
      { "Fn::Sub": "${Stage}-x" },
      { Ref: "Orders" },
      [],
      {},
    ),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.tuple(tie("json"), tie("json")).map(([yes, no]): Json => ({ "Fn::If": ["IsProd", yes, no] })),
    fc.dictionary(
      fc.constantFrom("Ref", "Type", "Id", "Arn", "__proto__", "Fn::GetAtt", "a", "Properties"),
      tie("json"),
      { maxKeys: 3 },
    ),
  ),
})).json;

/** The template with every SAM resource, some of its values replaced or left out. */
const document: fc.Arbitrary<JsonObject> = fc
  .array(fc.record({ at: fc.nat(), by: fc.option(replacement) }), { minLength: 0, maxLength: 4 })
  .map((changes) => changes.reduce((changed, { at, by }) => changeAt(changed, at, by), everything));

/** `at` counts values in the order of the text; null leaves the value out. */
function changeAt(root: JsonObject, at: number, by: Json): JsonObject {
  const total = countValues(root);
  let left = at % total;
  const visit = (value: Json): Json => {
    if (isJsonArray(value)) return value.flatMap((item) => change(item));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => change(item).map((changed) => [key, changed])),
    );
  };
  const change = (value: Json): Json[] => {
    left -= 1;
    if (left === -1) return by === null ? [] : [by];
    return [left < 0 ? value : visit(value)];
  };
  const changed = visit(root);
  return isJsonObject(changed) ? changed : root;
}

function countValues(value: Json): number {
  const inner = isJsonArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return inner.reduce<number>((count, item) => count + 1 + countValues(item), 0);
}

function templateOf(content: JsonObject): Template {
  return { document: content, positions: { find: () => null } };
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

describe("expandSam", () => {
  it("expands a template with every SAM resource", () => {
    const { value, problems } = expandSam(templateOf(everything), options);
    expect(problems).toEqual([]);
    expect(value).not.toBeNull();
  });

  it("answers a broken template with problems instead of throwing, and foresees every shape", () => {
    fc.assert(
      fc.property(document, (content) => {
        const { value, problems } = expandSam(templateOf(content), options);
        expect(value === null).toBe(hasErrors(problems));
        expect(problems.map(({ message }) => message).filter((message) => message.includes("cannot read"))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("takes any JSON as a document", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ depthSize: "small" })), (content) => {
        const parsed: JsonObject = JSON.parse(JSON.stringify(content));
        expect(expandSam(templateOf(parsed), options).value).toBeNull();
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
      { numRuns: 100 },
    );
  });
});
