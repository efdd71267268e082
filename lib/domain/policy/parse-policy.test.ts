import { describe, expect, it } from "vitest";
import { maximumPolicyText, parsePolicyDocument, parsePolicyJson } from "./parse-policy";

const statement = '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }';

describe("parsePolicyDocument", () => {
  it("takes a single statement for a list of one", () => {
    const { value, problems } = parsePolicyDocument(`{ "Version": "2012-10-17", "Statement": ${statement} }`);
    expect(problems).toEqual([]);
    expect(value).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
    });
  });

  it("says where the text stops being JSON", () => {
    const { value, problems } = parsePolicyDocument('{\n  "Version": "2012-10-17"\n  "Statement": []\n}');
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: "invalid-json", line: 3, column: 3 }]);
    expect(problems[0]?.message).toContain("line 3, column 3");
  });

  it.each([
    ["", 1, 1],
    ['{"a": tru}', 1, 7],
    ['{"a": "b', 1, 7],
    ['{"a": 1} x', 1, 10],
    ["{'a': 1}", 1, 2],
    ['{"a": [1 2]}', 1, 10],
    ['{"a": "\t"}', 1, 7],
  ])("finds the fault of %j", (text, line, column) => {
    expect(parsePolicyDocument(text).problems).toMatchObject([{ code: "invalid-json", line, column }]);
  });

  it("names an unknown element, the known one it resembles, and its place", () => {
    const { value, problems } = parsePolicyDocument(
      '{ "Version": "2012-10-17", "Statement": [\n  { "Effect": "Allow", "Actions": "s3:*", "Resource": "*" }\n] }',
    );
    expect(value).toBeNull();
    expect(problems).toMatchObject([
      { code: "unknown-element", path: "Statement.0.Actions", line: 2, column: 24 },
      { code: "missing-element", path: "Statement.0", line: 2, column: 3 },
    ]);
    expect(problems[0]?.message).toContain("Did you mean Action?");
  });

  it.each([
    ["[]", "not-an-object", ""],
    ["{}", "missing-element", ""],
    ['{ "Statement": [] }', "invalid-statement", "Statement"],
    ['{ "Statement": ["x"] }', "invalid-statement", "Statement.0"],
    [`{ "Version": "2012-10-18", "Statement": ${statement} }`, "unknown-version", "Version"],
    [`{ "Version": "2012-10-17", "Version": "2012-10-17", "Statement": ${statement} }`, "duplicate-key", "Version"],
    ['{ "Statement": { "Effect": "allow", "Action": "*" } }', "invalid-effect", "Statement.Effect"],
    ['{ "Statement": { "Effect": "Deny", "Action": [] } }', "invalid-value", "Statement.Action"],
    ['{ "Statement": { "Effect": "Deny", "Action": ["a:b", 1] } }', "invalid-value", "Statement.Action.1"],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "NotAction": "*" } }',
      "conflicting-elements",
      "Statement.NotAction",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Principal": "ada" } }',
      "invalid-principal",
      "Statement.Principal",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Principal": { "Aws": "*" } } }',
      "unknown-element",
      "Statement.Principal.Aws",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Condition": [] } }',
      "invalid-condition",
      "Statement.Condition",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Condition": { "Bool": "x" } } }',
      "invalid-condition",
      "Statement.Condition.Bool",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Condition": { "Bool": { "a:b": null } } } }',
      "invalid-condition",
      "Statement.Condition.Bool.a:b",
    ],
    [
      '{ "Statement": { "Effect": "Deny", "Action": "*", "Condition": { "Bool": { "a:b": [{}] } } } }',
      "invalid-condition",
      "Statement.Condition.Bool.a:b.0",
    ],
  ])("%s: %s at %j", (text, code, path) => {
    const { value, problems } = parsePolicyDocument(text);
    expect(value).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code, path, severity: "error" }));
  });

  it("refuses ten million characters without reading them", () => {
    const { value, problems } = parsePolicyDocument(`{ "Statement": [${`${statement},`.repeat(160_000)}] }`);
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ code: "policy-text-too-long", line: 1 }]);
    expect(problems[0]?.message).toContain(String(maximumPolicyText));
  });

  it("refuses endless nesting and reports a hundred problems at most", () => {
    expect(parsePolicyDocument("[".repeat(100_000)).problems).toMatchObject([{ code: "invalid-json" }]);
    expect(parsePolicyDocument(`{ "Statement": [${"1,".repeat(50_000)}1] }`).problems).toHaveLength(100);
  });
});

describe("parsePolicyJson", () => {
  it("reads a value, with paths and without lines", () => {
    expect(parsePolicyJson({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }).value).not.toBeNull();
    const { problems } = parsePolicyJson({ Statement: [{ Effect: "Allow" }] });
    expect(problems).toEqual([expect.objectContaining({ code: "missing-element", path: "Statement.0" })]);
    expect(problems[0]).not.toHaveProperty("line");
  });

  it("says that nothing was given", () => {
    expect(parsePolicyJson(undefined).problems).toMatchObject([{ code: "not-an-object" }]);
    expect(parsePolicyJson(null).problems).toMatchObject([{ code: "not-an-object" }]);
  });
});
