import { expect, it } from "vitest";
import type { Statement } from "../policy-document";
import { smallCatalogue } from "../testing/small-catalogue";
import { validateStatement } from "../testing/validate-statement";
import { validatePolicy } from "../validate-policy";

it("knows what each type of policy takes", () => {
  expect(validateStatement({ Principal: "*" })).toMatchObject([
    { code: "element-not-allowed", path: "Statement.0.Principal" },
  ]);
  expect(validateStatement({ Principal: "*" }, "trust")).toMatchObject([
    { code: "element-not-allowed", path: "Statement.0.Resource" },
  ]);
  expect(validateStatement({}, "rcp")).toMatchObject([
    { code: "missing-element" },
    { code: "element-not-allowed", path: "Statement.0.Effect" },
  ]);
  const { Resource: _resource, ...bare }: Statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
  expect(validatePolicy({ Statement: [bare] }, smallCatalogue, { policyType: "identity" })).toMatchObject([
    { code: "missing-version", severity: "warning" },
    { code: "missing-element", path: "Statement.0" },
  ]);
});
