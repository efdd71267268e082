import { describe, expect, it } from "vitest";
import type { ApiRequest } from "../deployment/api-call";
import type { Decision } from "../policy/decision";
import { defaultDeploySettings, type StackTarget } from "../stack";
import { tellDenial, tellHandlerError } from "./denial-message";
import { readRefusals } from "./read-refusals";

const target: StackTarget = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
};
const user = "User: arn:aws:sts::123456789012:assumed-role/github-actions-deploy/GitHubActions";
const role = "arn:aws:iam::123456789012:role/shop/orders-role";
const refused: Decision = { decision: "implicitDeny", blockedBy: "identity", statements: [] };

const requestOf = (action: string, resource: string): ApiRequest => ({
  key: action,
  callId: action,
  principal: "ci",
  action,
  resources: [resource],
  patterns: [resource],
  context: {},
  cause: "Type",
  source: "https://docs.aws.amazon.com/",
  certainty: "documented",
});
const tell = (action: string, resource: string, decision = refused) =>
  tellDenial(requestOf(action, resource), decision, target, defaultDeploySettings);

describe("tellDenial", () => {
  it.each([
    {
      action: "lambda:CreateFunction",
      resource: "arn:aws:lambda:eu-central-1:123456789012:function:orders",
      said: `${user} is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-central-1:123456789012:function:orders because no identity-based policy allows the lambda:CreateFunction action`,
    },
    {
      action: "sqs:CreateQueue",
      resource: "arn:aws:sqs:eu-central-1:123456789012:orders",
      said: `${user} is not authorized to perform: sqs:createqueue on resource: arn:aws:sqs:eu-central-1:123456789012:orders because no identity-based policy allows the sqs:createqueue action`,
    },
    {
      action: "sns:CreateTopic",
      resource: "arn:aws:sns:eu-central-1:123456789012:orders",
      said: `${user} is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:eu-central-1:123456789012:orders because no identity-based policy allows the SNS:CreateTopic action`,
    },
    {
      action: "s3:CreateBucket",
      resource: "arn:aws:s3:::orders",
      said: `${user} is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::orders" because no identity-based policy allows the s3:CreateBucket action`,
    },
    {
      action: "iam:DeleteRole",
      resource: role,
      said: `${user} is not authorized to perform: iam:DeleteRole on resource: role orders-role because no identity-based policy allows the iam:DeleteRole action`,
    },
    {
      action: "iam:PassRole",
      resource: role,
      said: `${user} is not authorized to perform: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`,
    },
    {
      action: "ec2:CreateVpc",
      resource: "arn:aws:ec2:eu-central-1:123456789012:vpc/*",
      said: `You are not authorized to perform this operation. ${user} is not authorized to perform: ec2:CreateVpc on resource: arn:aws:ec2:eu-central-1:123456789012:vpc/* because no identity-based policy allows the ec2:CreateVpc action. Encoded authorization failure message: …`,
    },
  ])("words a refusal of $action as its service does, and reads it back", ({ action, resource, said }) => {
    expect(tell(action, resource)).toBe(said);
    const read = readRefusals(`CREATE_FAILED AWS::Some::Type Orders ${tellHandlerError(said)}`);
    expect(read.map((refusal) => refusal.action?.toLowerCase())).toEqual([action.toLowerCase()]);
  });

  it.each([
    {
      decision: { decision: "implicitDeny", blockedBy: "boundary", statements: [] } satisfies Decision,
      end: "because no permissions boundary allows the iam:CreateRole action",
    },
    {
      decision: { decision: "explicitDeny", blockedBy: "identity", statements: [] } satisfies Decision,
      end: "with an explicit deny in an identity-based policy",
    },
  ])("names the policy type that stopped it: $end", ({ decision, end }) => {
    expect(tell("iam:CreateRole", role, decision)).toBe(
      `${user} is not authorized to perform: iam:CreateRole on resource: ${role} ${end}`,
    );
  });
});
