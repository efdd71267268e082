import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const balancer = (properties = {}) => ({
  Front: { Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: { Subnets: ["subnet-1"], ...properties } },
});
const group = (properties = {}) => ({
  Group: { Type: "AWS::ElasticLoadBalancingV2::TargetGroup", Properties: { TargetType: "lambda", ...properties } },
});

describe("AWS::ElasticLoadBalancingV2::LoadBalancer", () => {
  it("is made and watched until it is there", () => {
    expect(probeActions(balancer(), "create")).toEqual([
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:DescribeLoadBalancers",
    ]);
  });

  it("carries its kind and name in its ARN", () => {
    const [generated] = probeChecks(balancer(), "create");
    expect(generated?.patterns).toEqual([
      "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop-Front-*/*",
    ]);
    const [network] = probeChecks(balancer({ Type: "network", Name: "front" }), "create");
    expect(network?.patterns?.[0]).toContain(":loadbalancer/net/front/*");
  });

  it("sets attributes only where given", () => {
    const attributes = balancer({ LoadBalancerAttributes: [{ Key: "idle_timeout.timeout_seconds", Value: "30" }] });
    expect(probeActions(attributes, "create")).toContain("elasticloadbalancing:ModifyLoadBalancerAttributes");
    expect(probeActions(attributes, "update", { before: balancer() })).toEqual([
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
    ]);
  });

  it("is tagged on creation, with the creating action as context", () => {
    const checks = probeChecks(balancer(), "create", { settings: { stackTags: { stage: "dev" } } });
    expect(checks.find(({ action }) => action === "elasticloadbalancing:AddTags")?.context).toMatchObject({
      "aws:RequestTag/stage": ["dev"],
      "elasticloadbalancing:CreateAction": ["CreateLoadBalancer"],
    });
  });

  it("needs a service-linked role where the account has none", () => {
    const account = { ...defaultDeploySettings.account, serviceLinkedRolesExist: false };
    expect(probeActions(balancer(), "create", { settings: { account } })).toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(balancer(), "create")).not.toContain("iam:CreateServiceLinkedRole");
  });
});

describe("AWS::ElasticLoadBalancingV2::TargetGroup", () => {
  it("registers the targets that it is given", () => {
    const withTargets = probeActions(group({ Targets: [{ Id: "10.0.0.1" }] }), "create");
    expect(withTargets).toContain("elasticloadbalancing:RegisterTargets");
    expect(probeActions(group(), "create")).toEqual([
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:DescribeTargetGroups",
    ]);
  });

  it("deregisters targets that an update takes away", () => {
    const actions = probeActions(group(), "update", { before: group({ Targets: [{ Id: "10.0.0.1" }] }) });
    expect(actions).toEqual(["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:DescribeTargetHealth"]);
  });
});

describe("AWS::ElasticLoadBalancingV2::Listener and ListenerRule", () => {
  const pool = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc";
  const listener = (actions: readonly JsonObject[]) => ({
    ...balancer({ Name: "front" }),
    Listener: {
      Type: "AWS::ElasticLoadBalancingV2::Listener",
      Properties: { LoadBalancerArn: { Ref: "Front" }, Protocol: "HTTP", Port: 80, DefaultActions: actions },
    },
  });

  it("is authorised on its load balancer", () => {
    const made = probeChecks(listener([{ Type: "forward" }]), "create").find(({ action }) =>
      action.endsWith(":CreateListener"),
    );
    expect(made?.patterns).toEqual(["arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/front/*"]);
  });

  it("looks at the user pool that it authenticates with", () => {
    const authenticate = [{ Type: "authenticate-cognito", AuthenticateCognitoConfig: { UserPoolArn: pool } }];
    const looked = probeChecks(listener(authenticate), "create").find(
      ({ action }) => action === "cognito-idp:DescribeUserPoolClient",
    );
    expect(looked?.resources).toEqual([pool]);
    expect(probeActions(listener([{ Type: "forward" }]), "create")).not.toContain("cognito-idp:DescribeUserPoolClient");
  });

  it("changes a rule's priority with a call of its own", () => {
    const rule = (priority: number) => ({
      ...listener([{ Type: "forward" }]),
      Rule: {
        Type: "AWS::ElasticLoadBalancingV2::ListenerRule",
        Properties: { ListenerArn: { Ref: "Listener" }, Priority: priority, Actions: [], Conditions: [] },
      },
    });
    expect(probeActions(rule(2), "update", { before: rule(1) })).toEqual(["elasticloadbalancing:SetRulePriorities"]);
    const [made] = probeChecks(rule(1), "create").filter(({ action }) => action.endsWith(":CreateRule"));
    expect(made?.patterns?.[0]).toContain(":listener/app/front/*");
  });
});
