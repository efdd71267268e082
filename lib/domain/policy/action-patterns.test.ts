import { describe, expect, it } from "vitest";
import { expandActions, expandNotActions, findAction } from "./action-patterns";
import { smallCatalogue } from "./testing/small-catalogue";

const names = (patterns: readonly string[]) => expandActions(patterns, smallCatalogue).map((action) => action.name);

describe("expandActions", () => {
  it.each([
    [["S3:GETobject"], ["s3:GetObject"]],
    [["s3:GetObject*"], ["s3:GetObject", "s3:GetObjectAcl"]],
    [["s3:?etObject"], ["s3:GetObject"]],
    [["sqs:*", "SQS:SendMessage"], ["sqs:SendMessage"]],
    [["*:PassRole"], ["iam:PassRole"]],
    [["s3:NoSuchAction", "nosuchservice:*", "s3"], []],
    [["constructor:toString", "s3:toString"], []],
  ])("%j", (patterns, expected) => {
    expect(names(patterns)).toEqual(expected);
  });

  it("takes * for every action of the catalogue", () => {
    expect(names(["*"])).toHaveLength(Object.values(smallCatalogue.services).flatMap(Object.keys).length);
  });
});

describe("expandNotActions", () => {
  it("is the rest", () => {
    const rest = expandNotActions(["s3:*", "lambda:*"], smallCatalogue).map((action) => action.name);
    expect(rest).toEqual(["iam:CreateRole", "iam:PassRole", "sqs:SendMessage"]);
  });
});

describe("findAction", () => {
  it("ignores case and answers null for what does not exist", () => {
    expect(findAction("LAMBDA:createfunction", smallCatalogue)?.facts.accessLevel).toBe("Write");
    expect(findAction("lambda:*", smallCatalogue)).toBeNull();
  });
});
