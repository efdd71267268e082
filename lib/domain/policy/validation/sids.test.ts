import { expect, it } from "vitest";
import type { PolicyDocument, Statement } from "../policy-document";
import { smallCatalogue } from "../testing/small-catalogue";
import { validatePolicy } from "../validate-policy";

it("wants unique Sids of letters and digits", () => {
  const one: Statement = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
  const document: PolicyDocument = { Version: "2012-10-17", Statement: [one, one, { ...one, Sid: "to-read" }] };
  expect(validatePolicy(document, smallCatalogue, { policyType: "identity" })).toMatchObject([
    { code: "duplicate-sid", path: "Statement.1.Sid" },
    { code: "invalid-sid", path: "Statement.2.Sid" },
  ]);
});
