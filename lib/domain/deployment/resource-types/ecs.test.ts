import { describe, expect, it } from "vitest";
import { probeActions, probeChecks } from "./rule-probe";

const task = (properties = {}) => ({
  Task: { Type: "AWS::ECS::TaskDefinition", Properties: { Family: "shop", Cpu: "256", ...properties } },
});
const service = (properties = {}) => ({
  Service: {
    Type: "AWS::ECS::Service",
    Properties: { Cluster: "main", ServiceName: "web", TaskDefinition: "shop:1", ...properties },
  },
});
const roleArn = "arn:aws:iam::123456789012:role/tasks";

describe("AWS::ECS::Cluster", () => {
  const cluster = (properties = {}) => ({ Cluster: { Type: "AWS::ECS::Cluster", Properties: properties } });

  it("is made and watched until it is active", () => {
    expect(probeActions(cluster(), "create")).toEqual(["ecs:CreateCluster", "ecs:DescribeClusters"]);
  });

  it("changes settings and capacity with calls of their own", () => {
    const settings = cluster({ ClusterSettings: [{ Name: "containerInsights", Value: "enabled" }] });
    expect(probeActions(settings, "update", { before: cluster() })).toEqual([
      "ecs:UpdateCluster",
      "ecs:DescribeClusters",
    ]);
    const capacity = cluster({ CapacityProviders: ["FARGATE"] });
    expect(probeActions(capacity, "update", { before: cluster() })).toEqual([
      "ecs:PutClusterCapacityProviders",
      "ecs:DescribeClusters",
    ]);
  });
});

describe("AWS::ECS::TaskDefinition", () => {
  it("passes the roles that it names", () => {
    const checks = probeChecks(task({ ExecutionRoleArn: roleArn }), "create");
    expect(checks.find(({ action }) => action === "iam:PassRole")).toMatchObject({
      resources: [roleArn],
      context: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] },
      cause: "Properties.ExecutionRoleArn",
    });
    expect(probeActions(task(), "create")).toEqual(["ecs:RegisterTaskDefinition", "ecs:DescribeTaskDefinition"]);
  });

  it("leaves its revision open", () => {
    expect(probeChecks(task(), "create")[0]?.patterns).toEqual([
      "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:*",
    ]);
  });
});

describe("AWS::ECS::Service", () => {
  it("is authorised on its cluster's service", () => {
    const [made] = probeChecks(service(), "create");
    expect(made?.resources).toEqual(["arn:aws:ecs:eu-central-1:123456789012:service/main/web"]);
    expect(made?.context["ecs:cluster"]).toEqual(["arn:aws:ecs:eu-central-1:123456789012:cluster/main"]);
    expect(probeActions(service(), "create")).toEqual(["ecs:CreateService", "ecs:DescribeServices"]);
  });

  it("passes the role that manages its volumes", () => {
    const volumes = service({ VolumeConfigurations: [{ Name: "data", ManagedEBSVolume: { RoleArn: roleArn } }] });
    expect(probeActions(volumes, "create")).toContain("iam:PassRole");
  });

  it("is updated, or only tagged", () => {
    expect(probeActions(service({ DesiredCount: 2 }), "update", { before: service() })).toEqual([
      "ecs:UpdateService",
      "ecs:DescribeServices",
    ]);
    const tagged = service({ Tags: [{ Key: "team", Value: "shop" }] });
    expect(probeActions(tagged, "update", { before: service() })).toEqual(["ecs:TagResource"]);
  });
});
