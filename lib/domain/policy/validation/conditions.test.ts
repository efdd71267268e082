import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it.each([
  [{ StringEqual: { "aws:RequestedRegion": "eu-central-1" } }, "unknown-operator", "StringEqual"],
  [{ NumericEquals: { "s3:max-keys": "ten" } }, "value-never-matches", "NumericEquals.s3:max-keys"],
  [{ DateLessThan: { "aws:CurrentTime": "soon" } }, "value-never-matches", "DateLessThan.aws:CurrentTime"],
  [{ ArnLike: { "aws:PrincipalArn": "*" } }, "value-never-matches", "ArnLike.aws:PrincipalArn"],
  [{ Null: { "aws:TokenIssueTime": "maybe" } }, "value-never-matches", "Null.aws:TokenIssueTime"],
  [{ IpAddress: { "aws:SourceIp": "10.0.0.0/99" } }, "value-never-matches", "IpAddress.aws:SourceIp"],
  [{ StringEquals: { "aws:RequestedRegion": "eu-*" } }, "wildcard-taken-literally", "StringEquals.aws:RequestedRegion"],
  [{ StringEquals: { region: "eu-central-1" } }, "invalid-condition-key", "StringEquals.region"],
  [{ StringEquals: { "s3:prefiks": "a" } }, "condition-key-not-supported", "StringEquals.s3:prefiks"],
  [{ StringEquals: { "s3:prefix": [] } }, "no-values", "StringEquals.s3:prefix"],
])("condition %j: %s", (Condition, code, path) => {
  expect(validateStatement({ Action: "s3:ListBucket", Condition })).toContainEqual(
    expect.objectContaining({ code, path: `Statement.0.Condition.${path}` }),
  );
});

it("knows keys that end in a tag, and global keys for every action", () => {
  const Condition = {
    StringEquals: { "s3:RequestObjectTag/team": "a", "aws:RequestTag/team": "${aws:PrincipalTag/team}" },
  };
  expect(validateStatement({ Action: "s3:PutObject", Condition })).toEqual([]);
});

it("lets a key of a family stand for its pattern", () => {
  const Condition = { StringEquals: { "s3:requestobjecttag/cost-center": "1" } };
  expect(validateStatement({ Action: "s3:PutObject", Condition })).toEqual([]);
  expect(validateStatement({ Action: "s3:GetObject", Condition })).toMatchObject([
    { code: "condition-key-not-supported" },
  ]);
});
