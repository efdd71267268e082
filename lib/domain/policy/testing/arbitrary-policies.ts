import fc from "fast-check";
import type { AccessRequest, PolicySet } from "../decision";
import type { ConditionBlock, PolicyDocument, Statement } from "../policy-document";

/** Policies and requests over few actions, resources and tags, so that they keep meeting each other. */
export const actions = [
  "s3:GetObject",
  "s3:GetObjectAcl",
  "s3:PutObject",
  "s3:ListAllMyBuckets",
  "lambda:CreateFunction",
  "lambda:GetFunction",
  "lambda:GetFunctionConfiguration",
  "iam:PassRole",
] as const;
export const resources = [
  "arn:aws:s3:::orders/a",
  "arn:aws:s3:::orders/b",
  "arn:aws:lambda:eu-central-1:123456789012:function:orders",
  "arn:aws:iam::123456789012:role/orders",
  "*",
] as const;
const actionPatterns = [
  ...actions,
  "s3:*",
  "s3:Get*",
  "lambda:Get*",
  "lambda:GetFunction*",
  "S3:GETOBJECT",
  "*",
  "*:*Object",
];
const resourcePatterns = [...resources, "arn:aws:s3:::orders/*", "arn:aws:s3:::orders/?", "arn:aws:lambda:*", "arn:*"];

const condition: fc.Arbitrary<ConditionBlock> = fc.constantFrom<ConditionBlock>(
  { StringEquals: { "aws:PrincipalTag/team": "orders" } },
  { StringNotEquals: { "aws:PrincipalTag/team": ["orders", "billing"] } },
  { StringLikeIfExists: { "aws:PrincipalTag/team": "o*" } },
  { Bool: { "aws:SecureTransport": "true" } },
  { Null: { "aws:PrincipalTag/team": "true" } },
);

const listOf = (patterns: readonly string[]) =>
  fc.oneof(fc.constantFrom(...patterns), fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 4 }));

export function arbitraryStatement(effect: fc.Arbitrary<"Allow" | "Deny">): fc.Arbitrary<Statement> {
  const action = fc.oneof(
    { weight: 5, arbitrary: listOf(actionPatterns).map((Action) => ({ Action })) },
    { weight: 1, arbitrary: listOf(actionPatterns).map((NotAction) => ({ NotAction })) },
  );
  const resource = fc.oneof(
    { weight: 5, arbitrary: listOf(resourcePatterns).map((Resource) => ({ Resource })) },
    { weight: 1, arbitrary: listOf(resourcePatterns).map((NotResource) => ({ NotResource })) },
  );
  const block = fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: condition.map((Condition) => ({ Condition })) },
  );
  return fc.tuple(effect, action, resource, block).map(([Effect, ...rest]) => Object.assign({ Effect }, ...rest));
}

export const arbitraryEffect: fc.Arbitrary<"Allow" | "Deny"> = fc.constantFrom("Allow", "Allow", "Allow", "Deny");

export const arbitraryDocument: fc.Arbitrary<PolicyDocument> = fc
  .array(arbitraryStatement(arbitraryEffect), { minLength: 1, maxLength: 4 })
  .map((statements) => ({ Version: "2012-10-17", Statement: statements }));

export const arbitrarySet: fc.Arbitrary<PolicySet> = fc.record({
  identity: fc.array(arbitraryDocument, { maxLength: 2 }),
  boundary: fc.option(arbitraryDocument),
  session: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(arbitraryDocument) }),
  scp: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(arbitraryDocument) }),
  rcp: fc.constant([]),
});

const context: fc.Arbitrary<AccessRequest["context"]> = fc
  .record({
    team: fc.option(fc.constantFrom("orders", "billing", "other")),
    secure: fc.option(fc.constantFrom("true", "false")),
  })
  .map(({ team, secure }) => ({
    ...(team === null ? {} : { "aws:PrincipalTag/team": [team] }),
    ...(secure === null ? {} : { "aws:SecureTransport": [secure] }),
  }));

export const arbitraryRequest: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom(...actions),
  resources: fc.uniqueArray(fc.constantFrom<string>(...resources), { minLength: 1, maxLength: 2 }),
  context,
});
