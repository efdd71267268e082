import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it.each([
  ["s3:GetObject", "arn:aws:s3:::orders", "resource-not-supported", "Statement.0.Action"],
  ["s3:ListAllMyBuckets", "arn:aws:s3:::orders", "resource-not-supported", "Statement.0.Action"],
  ["lambda:GetLayerVersion", "arn:aws:lambda:*:*:function:*", "resource-not-supported", "Statement.0.Action"],
  ["s3:GetObject", "orders", "invalid-resource", "Statement.0.Resource"],
  ["s3:GetObject", "arn:aws:s3", "invalid-resource", "Statement.0.Resource"],
])("action %s on %s: %s", (Action, Resource, code, path) => {
  expect(validateStatement({ Action, Resource })).toContainEqual(expect.objectContaining({ code, path }));
});

it("lets a wildcard action pass when some of its actions take the resource", () => {
  expect(validateStatement({ Action: "s3:*", Resource: "arn:aws:s3:::orders" })).toEqual([]);
  expect(validateStatement({ Action: "lambda:Get*", Resource: "arn:aws:lambda:*" })).toEqual([]);
});
