import { describe, expect, it } from "vitest";
import { isActionLevel, isActionLevelService } from "./action-level-services";

describe("what policy generation names", () => {
  const named = [
    "lambda:CreateFunction",
    "lambda:UpdateFunctionCode",
    "lambda:ListTags",
    "sqs:CreateQueue",
    "sqs:SetQueueAttributes",
    "events:PutRule",
    "events:PutTargets",
    "states:CreateStateMachine",
    "pipes:CreatePipe",
    "dynamodb:CreateTable",
    "codedeploy:CreateDeploymentGroup",
    "cloudfront:CreateDistribution",
    "route53:ChangeResourceRecordSets",
    "acm:RequestCertificate",
    "wafv2:AssociateWebACL",
    "autoscaling:CreateAutoScalingGroup",
  ];
  it.each(named)("is %s", (action) => {
    expect(isActionLevel(action)).toBe(true);
  });

  const leftOut = [
    "sqs:GetQueueAttributes",
    "sqs:ListQueueTags",
    "lambda:InvokeFunction",
    "lambda:CreateCapacityProvider",
    "lambda:PutFunctionScalingConfig",
    "states:StartSyncExecution",
    "cloudfront:CreateVpcOrigin",
    "dynamodb:DeleteResourcePolicy",
    "logs:CreateLogDelivery",
  ];
  it.each(leftOut)("is not %s, although its service is", (action) => {
    expect([isActionLevel(action), isActionLevelService(action.split(":")[0] ?? "")]).toEqual([false, true]);
  });

  const unnamed = [
    "apigateway:POST",
    "sns:CreateTopic",
    "scheduler:CreateSchedule",
    "application-autoscaling:PutScalingPolicy",
  ];
  it.each(unnamed)("is not %s, nor anything of its service", (action) => {
    expect([isActionLevel(action), isActionLevelService(action.split(":")[0] ?? "")]).toEqual([false, false]);
  });

  it("knows no service by the name of something that every object has", () => {
    expect([isActionLevel("constructor:x"), isActionLevel("toString"), isActionLevel("")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
