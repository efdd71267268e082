import { expect, it } from "vitest";
import { validateStatement } from "../testing/validate-statement";

it.each([
  ["arn:aws:sqs:${Region}:${Account}:orders", ["${Region}", "${Account}"]],
  ["arn:aws:sqs:<region>:123456789012:orders", ["<region>"]],
  ["arn:aws:sqs:{Region}:123456789012:orders", ["{Region}"]],
  ["arn:aws:sqs:*:123456789012:${aws:username}-${*}-${aws:userid, 'none'}", []],
])("placeholders of %s", (Resource, placeholders) => {
  const found = validateStatement({ Action: "sqs:SendMessage", Resource }).filter(
    (problem) => problem.code === "unfilled-placeholder",
  );
  expect(found).toHaveLength(placeholders.length);
  for (const [index, placeholder] of placeholders.entries()) expect(found[index]?.message).toContain(placeholder);
});
