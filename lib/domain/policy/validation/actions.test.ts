import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it.each([
  ["s3:GetObjekt", "unknown-action", 's3:GetObject"'],
  ["S3:getobjectt", "unknown-action", 's3:GetObject"'],
  ["lamda:GetFunction", "unknown-service", '"lambda"'],
  ["s3:Fetch*", "action-matches-nothing", "does nothing"],
  ["s3", "invalid-action", "colon"],
  ["*:GetObject", "invalid-action", "alone"],
])("action %s: %s", (action, code, message) => {
  expect(validateStatement({ Action: [action] })).toEqual([
    expect.objectContaining({ code, path: "Statement.0.Action.0", message: expect.stringContaining(message) }),
  ]);
});
