import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it("holds the size against the quota of the type", () => {
  const long = (length: number) => ({ Resource: [`arn:aws:s3:::orders/${"a".repeat(length)}`] });
  expect(validateStatement(long(6_000))).toEqual([]);
  expect(validateStatement(long(6_100))).toMatchObject([{ code: "over-quota", severity: "warning" }]);
  expect(validateStatement(long(6_100), "boundary")).toMatchObject([{ code: "over-quota", severity: "error" }]);
  expect(validateStatement(long(10_300))).toMatchObject([{ code: "over-quota", severity: "error" }]);
});
