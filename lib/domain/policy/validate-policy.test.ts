import { describe, expect, it } from "vitest";
import type { PolicyDocument, Statement } from "./policy-document";
import { smallCatalogue } from "./testing/small-catalogue";
import { validatePolicy, validatePolicyText } from "./validate-policy";
import type { ValidatedType } from "./validation/policy-rule";

function validate(statement: Partial<Statement>, policyType: ValidatedType = "identity") {
  const document: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...statement }],
  };
  return validatePolicy(document, smallCatalogue, { policyType });
}

describe("validatePolicy", () => {
  it("finds nothing in a plain policy", () => {
    expect(validate({ Sid: "Read", Resource: "arn:aws:s3:::orders/*" })).toEqual([]);
  });

  it.each([
    ["s3:GetObjekt", "unknown-action", 's3:GetObject"'],
    ["S3:getobjectt", "unknown-action", 's3:GetObject"'],
    ["lamda:GetFunction", "unknown-service", '"lambda"'],
    ["s3:Fetch*", "action-matches-nothing", "does nothing"],
    ["s3", "invalid-action", "colon"],
    ["*:GetObject", "invalid-action", "alone"],
  ])("action %s: %s", (action, code, message) => {
    expect(validate({ Action: [action] })).toEqual([
      expect.objectContaining({ code, path: "Statement.0.Action.0", message: expect.stringContaining(message) }),
    ]);
  });

  it.each([
    ["s3:GetObject", "arn:aws:s3:::orders", "resource-not-supported", "Statement.0.Action"],
    ["s3:ListAllMyBuckets", "arn:aws:s3:::orders", "resource-not-supported", "Statement.0.Action"],
    ["lambda:GetLayerVersion", "arn:aws:lambda:*:*:function:*", "resource-not-supported", "Statement.0.Action"],
    ["s3:GetObject", "orders", "invalid-resource", "Statement.0.Resource"],
    ["s3:GetObject", "arn:aws:s3", "invalid-resource", "Statement.0.Resource"],
  ])("action %s on %s: %s", (Action, Resource, code, path) => {
    expect(validate({ Action, Resource })).toContainEqual(expect.objectContaining({ code, path }));
  });

  it("lets a wildcard action pass when some of its actions take the resource", () => {
    expect(validate({ Action: "s3:*", Resource: "arn:aws:s3:::orders" })).toEqual([]);
    expect(validate({ Action: "lambda:Get*", Resource: "arn:aws:lambda:*" })).toEqual([]);
  });

  it.each([
    [{ StringEqual: { "aws:RequestedRegion": "eu-central-1" } }, "unknown-operator", "StringEqual"],
    [{ NumericEquals: { "s3:max-keys": "ten" } }, "value-never-matches", "NumericEquals.s3:max-keys"],
    [{ DateLessThan: { "aws:CurrentTime": "soon" } }, "value-never-matches", "DateLessThan.aws:CurrentTime"],
    [{ ArnLike: { "aws:PrincipalArn": "*" } }, "value-never-matches", "ArnLike.aws:PrincipalArn"],
    [{ Null: { "aws:TokenIssueTime": "maybe" } }, "value-never-matches", "Null.aws:TokenIssueTime"],
    [{ IpAddress: { "aws:SourceIp": "10.0.0.0/99" } }, "value-never-matches", "IpAddress.aws:SourceIp"],
    [
      { StringEquals: { "aws:RequestedRegion": "eu-*" } },
      "wildcard-taken-literally",
      "StringEquals.aws:RequestedRegion",
    ],
    [{ StringEquals: { region: "eu-central-1" } }, "invalid-condition-key", "StringEquals.region"],
    [{ StringEquals: { "s3:prefiks": "a" } }, "condition-key-not-supported", "StringEquals.s3:prefiks"],
    [{ StringEquals: { "s3:prefix": [] } }, "no-values", "StringEquals.s3:prefix"],
  ])("condition %j: %s", (Condition, code, path) => {
    expect(validate({ Action: "s3:ListBucket", Condition })).toContainEqual(
      expect.objectContaining({ code, path: `Statement.0.Condition.${path}` }),
    );
  });

  it("knows keys that end in a tag, and global keys for every action", () => {
    const Condition = {
      StringEquals: { "s3:RequestObjectTag/team": "a", "aws:RequestTag/team": "${aws:PrincipalTag/team}" },
    };
    expect(validate({ Action: "s3:PutObject", Condition })).toEqual([]);
  });

  it.each([
    ["arn:aws:sqs:${Region}:${Account}:orders", ["${Region}", "${Account}"]],
    ["arn:aws:sqs:<region>:123456789012:orders", ["<region>"]],
    ["arn:aws:sqs:{Region}:123456789012:orders", ["{Region}"]],
    ["arn:aws:sqs:*:123456789012:${aws:username}-${*}-${aws:userid, 'none'}", []],
  ])("placeholders of %s", (Resource, placeholders) => {
    const found = validate({ Action: "sqs:SendMessage", Resource }).filter(
      (problem) => problem.code === "unfilled-placeholder",
    );
    expect(found).toHaveLength(placeholders.length);
    for (const [index, placeholder] of placeholders.entries()) expect(found[index]?.message).toContain(placeholder);
  });

  it("wants unique Sids of letters and digits", () => {
    const one: Statement = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
    const document: PolicyDocument = { Version: "2012-10-17", Statement: [one, one, { ...one, Sid: "to-read" }] };
    expect(validatePolicy(document, smallCatalogue, { policyType: "identity" })).toMatchObject([
      { code: "duplicate-sid", path: "Statement.1.Sid" },
      { code: "invalid-sid", path: "Statement.2.Sid" },
    ]);
  });

  it("knows what each type of policy takes", () => {
    expect(validate({ Principal: "*" })).toMatchObject([
      { code: "element-not-allowed", path: "Statement.0.Principal" },
    ]);
    expect(validate({ Principal: "*" }, "trust")).toMatchObject([
      { code: "element-not-allowed", path: "Statement.0.Resource" },
    ]);
    expect(validate({}, "rcp")).toMatchObject([
      { code: "missing-element" },
      { code: "element-not-allowed", path: "Statement.0.Effect" },
    ]);
    const { Resource: _resource, ...bare }: Statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
    expect(validatePolicy({ Statement: [bare] }, smallCatalogue, { policyType: "identity" })).toMatchObject([
      { code: "missing-version", severity: "warning" },
      { code: "missing-element", path: "Statement.0" },
    ]);
  });

  it("holds the size against the quota of the type", () => {
    const long = (length: number) => ({ Resource: [`arn:aws:s3:::orders/${"a".repeat(length)}`] });
    expect(validate(long(6_000))).toEqual([]);
    expect(validate(long(6_100))).toMatchObject([{ code: "over-quota", severity: "warning" }]);
    expect(validate(long(6_100), "boundary")).toMatchObject([{ code: "over-quota", severity: "error" }]);
    expect(validate(long(10_300))).toMatchObject([{ code: "over-quota", severity: "error" }]);
  });

  it("refuses characters that IAM refuses", () => {
    expect(validate({ Resource: "arn:aws:s3:::orders/\u4e2d" })).toMatchObject([
      { code: "invalid-character", path: "Statement.0.Resource" },
    ]);
  });
});

describe("validatePolicyText", () => {
  it("puts every problem at its line and column", () => {
    const text =
      '{ "Version": "2012-10-17", "Statement": {\n  "Effect": "Allow",\n  "Action": ["s3:GetObject",\n    "s3:GetObjekt"],\n  "Resource": "*" } }';
    expect(validatePolicyText(text, smallCatalogue, { policyType: "identity" })).toMatchObject([
      { code: "unknown-action", line: 4, column: 5 },
    ]);
  });

  it("hands parse problems through", () => {
    expect(validatePolicyText("{", smallCatalogue, { policyType: "identity" })).toMatchObject([
      { code: "invalid-json" },
    ]);
  });
});
