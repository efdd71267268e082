import { expect, it } from "vitest";
import { noRolePolicies } from "../../approaches/candidate-shape";
import type { Statement } from "../../policy/policy-document";
import { wideTrust } from "./wide-trust";

const github = { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" };
const claim = (name: string) => `token.actions.githubusercontent.com:${name}`;

function find(statement: Partial<Statement>): readonly string[] {
  const trusting: Statement = { Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: github };
  const trustPolicy = { Version: "2012-10-17", Statement: [{ ...trusting, ...statement }] };
  const policies = { ...noRolePolicies, trustPolicy, executionRole: null };
  const arn = "arn:aws:iam::123456789012:role/github-actions-deploy";
  return wideTrust.find({ arn, granted: new Map(), policies }).map(({ because }) => because);
}

const test = (operator: string, name: string, values: string | string[]) => ({
  Condition: { [operator]: { [claim(name)]: values } },
});
const noTest = [`The trust policy tests no ${claim("sub")}: every repository on GitHub may assume the role.`];

it.each<[string, Partial<Statement>]>([
  ["one branch", test("StringEquals", "sub", "repo:shop/backend:ref:refs/heads/main")],
  ["every branch of one repository", test("StringLike", "sub", "repo:shop/backend:*")],
  [
    "two repositories by name",
    test("StringEquals", "sub", ["repo:shop/a:environment:live", "repo:shop/b:environment:live"]),
  ],
  ["a repository with the ids in its subject", test("StringLike", "sub", "repo:shop@12/backend@34:*")],
  ["a repository by its id", test("StringEquals", "repository_id", "1234")],
  [
    "a repository beside a wide subject",
    {
      Condition: {
        StringLike: { [claim("sub")]: "repo:shop/*" },
        StringEquals: { [claim("repository")]: "shop/backend" },
      },
    },
  ],
  ["a subject that names an asterisk", test("StringEquals", "sub", "repo:shop/*")],
  ["another provider", { Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/gitlab.com" } }],
  ["another way in", { Action: "sts:AssumeRole", Principal: { AWS: "*" } }],
  ["a refusal", { Effect: "Deny" }],
])("accepts %s", (_what, statement) => {
  expect(find(statement)).toEqual([]);
});

it.each<[string, string | string[]]>([
  ["*", "*"],
  ["repo:*", "repo:*"],
  ["repo:shop/*", "repo:shop/*"],
  ["repo:shop/back*", ["repo:shop/backend:*", "repo:shop/back*"]],
  ["repo:sho?/backend:*", "repo:sho?/backend:*"],
  ["rep*", "rep*"],
])("finds that %s lets other repositories in", (wide, values) => {
  expect(find({ Sid: "GitHub", ...test("StringLike", "sub", values) })).toEqual([
    `GitHub accepts ${wide}: more than one repository.`,
  ]);
});

it.each<[string, Partial<Statement>]>([
  ["no condition", {}],
  ["the audience alone", test("StringEquals", "aud", "sts.amazonaws.com")],
  ["a test that excludes", test("StringNotEquals", "sub", "repo:shop/old:ref:refs/heads/main")],
  [
    "a test that holds where the claim is missing",
    test("StringEqualsIfExists", "sub", "repo:shop/backend:ref:refs/heads/main"),
  ],
  ["every action", { Action: "sts:*" }],
  ["a pattern of actions", { Action: ["sts:TagSession", "sts:AssumeRole*"] }],
  ["anyone", { Principal: "*" }],
])("finds that every repository gets in with %s", (_what, statement) => {
  expect(find(statement)).toEqual(noTest);
});

it("reads a claim's name in whatever case it is written", () => {
  expect(
    find({
      Condition: { StringEquals: { "Token.Actions.GithubUserContent.com:SUB": "repo:shop/backend:environment:live" } },
    }),
  ).toEqual([]);
});
