import { expect, it } from "vitest";
import { noRolePolicies } from "../../approaches/candidate-shape";
import type { Statement } from "../../policy/policy-document";
import { exposeTo } from "./expose-for-tests";
import { passRoleToAnyService } from "./pass-role-to-any-service";

const pass = (statement: Partial<Statement> = {}): Statement => ({
  Sid: "Pass",
  Effect: "Allow",
  Action: "iam:PassRole",
  Resource: "*",
  ...statement,
});
const find = (...statements: Statement[]) =>
  exposeTo(passRoleToAnyService, { ...noRolePolicies, policies: [{ Version: "2012-10-17", Statement: statements }] });
const named = "arn:aws:iam::123456789012:role/shop-*";

it("finds roles that may be passed to every service, those on everything first", () => {
  expect(find(pass({ Sid: "Named", Resource: named }), pass())).toMatchObject([
    { severity: "high", because: "Pass allows iam:PassRole on * to every service." },
  ]);
  const { Sid: _sid, ...nameless } = pass({ Resource: named });
  expect(find(nameless)).toMatchObject([
    { severity: "medium", because: `A statement allows iam:PassRole on ${named} to every service.` },
  ]);
});

it("accepts roles that may be passed to services by name", () => {
  const Condition = { StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com", "states.amazonaws.com"] } };
  expect(find(pass({ Condition }))).toEqual([]);
});

it("does not take services that are excluded for services that are named", () => {
  const Condition = { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } };
  expect(find(pass({ Condition }))).toHaveLength(1);
});
