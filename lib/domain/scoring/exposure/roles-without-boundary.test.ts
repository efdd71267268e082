import { expect, it } from "vitest";
import { noRolePolicies } from "../../approaches/candidate-shape";
import type { Statement } from "../../policy/policy-document";
import { exposeTo } from "./expose-for-tests";
import { rolesWithoutBoundary } from "./roles-without-boundary";

const create = (statement: Partial<Statement> = {}): Statement => ({
  Sid: "Roles",
  Effect: "Allow",
  Action: "iam:CreateRole",
  Resource: "*",
  ...statement,
});
const find = (...statements: Statement[]) =>
  exposeTo(rolesWithoutBoundary, { ...noRolePolicies, policies: [{ Version: "2012-10-17", Statement: statements }] });
const boundary = "arn:aws:iam::123456789012:policy/limit";

it("finds roles that may be made with no boundary, on everything or under some names", () => {
  expect(find(create())).toMatchObject([
    { severity: "high", because: "Roles allows iam:CreateRole on * without requiring iam:PermissionsBoundary." },
  ]);
  const named = "arn:aws:iam::123456789012:role/shop-*";
  expect(find(create({ Resource: named }))).toMatchObject([{ severity: "medium" }]);
  const { Sid: _sid, ...nameless } = create({ Resource: named });
  expect(find(nameless)[0]?.because).toBe(
    `A statement allows iam:CreateRole on ${named} without requiring iam:PermissionsBoundary.`,
  );
});

it.each(["StringEquals", "StringLike", "ArnEquals", "ArnLike"])(
  "accepts roles that must carry one by %s",
  (operator) => {
    expect(find(create({ Condition: { [operator]: { "iam:PermissionsBoundary": boundary } } }))).toEqual([]);
  },
);

it("accepts a boundary that is required beside other conditions", () => {
  const Condition = {
    StringEquals: { "aws:RequestedRegion": "us-east-1", "IAM:permissionsboundary": boundary },
    Bool: { "aws:SecureTransport": "true" },
  };
  expect(find(create({ Condition }))).toEqual([]);
});

it.each(["StringNotEquals", "StringEqualsIfExists", "Null"])("does not take %s for a requirement", (operator) => {
  expect(find(create({ Condition: { [operator]: { "iam:PermissionsBoundary": boundary } } }))).toHaveLength(1);
});

it("finds one open statement beside one that requires it", () => {
  const requiring = create({ Condition: { StringEquals: { "iam:PermissionsBoundary": boundary } } });
  expect(find(requiring, create({ Sid: "Open" }))[0]?.because).toContain("Open allows iam:CreateRole");
});
