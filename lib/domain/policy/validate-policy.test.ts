import { describe, expect, it } from "vitest";
import { smallCatalogue } from "./testing/small-catalogue";
import { validateStatement } from "./testing/validate-statement";
import { validatePolicyText } from "./validate-policy";

describe("validatePolicy", () => {
  it("finds nothing in a plain policy", () => {
    expect(validateStatement({ Sid: "Read", Resource: "arn:aws:s3:::orders/*" })).toEqual([]);
  });

  it("gathers the problems of every rule", () => {
    const problems = validateStatement({ Sid: "to-read", Action: "s3:GetObjekt", Resource: "orders" });
    expect(problems.map((problem) => problem.code)).toEqual(["invalid-sid", "unknown-action", "invalid-resource"]);
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
