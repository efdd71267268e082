import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it("refuses characters that IAM refuses", () => {
  expect(validateStatement({ Resource: "arn:aws:s3:::orders/\u4e2d" })).toMatchObject([
    { code: "invalid-character", path: "Statement.0.Resource" },
  ]);
});
