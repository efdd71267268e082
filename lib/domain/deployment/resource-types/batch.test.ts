import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../../stack";
import { probeActions, probeChecks } from "./rule-probe";

const environment = (properties = {}) => ({
  Machines: { Type: "AWS::Batch::ComputeEnvironment", Properties: { Type: "MANAGED", ...properties } },
});
const noRoles = { account: { ...defaultDeploySettings.account, serviceLinkedRolesExist: false } };

describe("AWS::Batch::ComputeEnvironment", () => {
  it("passes its service role, or uses Batch's own", () => {
    const serviceRole = "arn:aws:iam::123456789012:role/batch";
    const given = probeChecks(environment({ ServiceRole: serviceRole }), "create", { settings: noRoles });
    expect(given.find(({ action }) => action === "iam:PassRole")?.resources).toEqual([serviceRole]);
    expect(given.map(({ action }) => action)).not.toContain("iam:CreateServiceLinkedRole");
    expect(probeActions(environment(), "create", { settings: noRoles })).toContain("iam:CreateServiceLinkedRole");
  });

  it("passes the role inside the instance profile", () => {
    const resources = {
      ...environment({ ComputeResources: { InstanceRole: { Ref: "Profile" } } }),
      Profile: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: ["machines"] } },
    };
    const passed = probeChecks(resources, "create").filter(
      ({ action, cause }) => action === "iam:PassRole" && cause.endsWith("InstanceRole"),
    );
    expect(passed[0]).toMatchObject({
      resources: ["arn:aws:iam::123456789012:role/machines"],
      context: { "iam:PassedToService": ["ec2.amazonaws.com"] },
    });
  });

  it("is disabled before it is deleted", () => {
    expect(probeActions(environment(), "delete")).toEqual([
      "batch:UpdateComputeEnvironment",
      "batch:DeleteComputeEnvironment",
      "batch:DescribeComputeEnvironments",
    ]);
  });
});

describe("AWS::Batch::JobQueue", () => {
  it("is authorised on its compute environments too", () => {
    const queue = {
      Type: "AWS::Batch::JobQueue",
      Properties: {
        JobQueueName: "jobs",
        ComputeEnvironmentOrder: [{ Order: 1, ComputeEnvironment: { Ref: "Machines" } }],
      },
    };
    const made = probeChecks({ ...environment({ ComputeEnvironmentName: "machines" }), Queue: queue }, "create").find(
      ({ action }) => action === "batch:CreateJobQueue",
    );
    expect(made?.resources).toEqual([
      "arn:aws:batch:eu-central-1:123456789012:job-queue/jobs",
      "arn:aws:batch:eu-central-1:123456789012:compute-environment/machines",
    ]);
  });
});

describe("AWS::Batch::JobDefinition", () => {
  const job = (container = {}) => ({
    Job: { Type: "AWS::Batch::JobDefinition", Properties: { Type: "container", ContainerProperties: container } },
  });

  it("passes the roles of its container", () => {
    expect(probeActions(job({ JobRoleArn: "arn:aws:iam::123456789012:role/job" }), "create")).toContain("iam:PassRole");
    expect(probeActions(job(), "create")).toEqual(["batch:RegisterJobDefinition", "batch:DescribeJobDefinitions"]);
  });

  it("registers the next revision on a change", () => {
    expect(probeActions(job({ Image: "b" }), "update", { before: job({ Image: "a" }) })).toEqual([
      "batch:RegisterJobDefinition",
      "batch:DeregisterJobDefinition",
      "batch:DescribeJobDefinitions",
    ]);
  });

  it("is named after its logical id alone", () => {
    expect(probeChecks(job(), "create")[0]?.patterns).toEqual([
      "arn:aws:batch:eu-central-1:123456789012:job-definition/Job-*",
    ]);
  });
});
