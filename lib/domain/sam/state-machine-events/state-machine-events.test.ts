import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { expandResources } from "../testing/expand-resources";

const expand = (type: string, properties: JsonObject, machine: JsonObject = {}) =>
  expandResources({
    Flow: {
      Type: "AWS::Serverless::StateMachine",
      Condition: "IsProd",
      Properties: {
        DefinitionUri: "s3://bucket/flow.json",
        Role: "arn:role",
        Events: { Tick: { Type: type, Properties: properties } },
        ...machine,
      },
    },
  });

const roleFor = (
  principal: string,
  name = "FlowTickRoleStartExecutionPolicy",
  target: JsonObject = { Ref: "Flow" },
) => ({
  Type: "AWS::IAM::Role",
  Condition: "IsProd",
  Properties: {
    AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: [principal] } }] },
    Policies: [
      {
        PolicyName: name,
        PolicyDocument: { Statement: [{ Action: "states:StartExecution", Effect: "Allow", Resource: target }] },
      },
    ],
  },
});

describe("events of state machines", () => {
  it("Schedule: a rule, and a role that starts the machine", () => {
    const { resources } = expand("Schedule", { Schedule: "rate(1 day)", Enabled: false, Input: "{}" });
    expect(resources.FlowTick).toEqual({
      Type: "AWS::Events::Rule",
      Condition: "IsProd",
      Properties: {
        ScheduleExpression: "rate(1 day)",
        State: "DISABLED",
        Targets: [
          {
            Arn: { Ref: "Flow" },
            Id: "FlowTickStepFunctionsTarget",
            RoleArn: { "Fn::GetAtt": ["FlowTickRole", "Arn"] },
            Input: "{}",
          },
        ],
      },
    });
    expect(resources.FlowTickRole).toMatchObject(roleFor("events.amazonaws.com"));
  });

  it.each(["EventBridgeRule", "CloudWatchEvent"])("%s: a rule with a dead letter queue", (type) => {
    const { resources } = expand(type, {
      Pattern: { source: ["a"] },
      DeadLetterConfig: { Type: "SQS" },
      Target: { Id: "mine" },
    });
    expect(resources.FlowTick).toMatchObject({
      Properties: {
        EventPattern: { source: ["a"] },
        Targets: [{ Id: "mine", DeadLetterConfig: { Arn: { "Fn::GetAtt": ["FlowTickQueue", "Arn"] } } }],
      },
    });
    expect(resources.FlowTickQueue).toMatchObject({ Type: "AWS::SQS::Queue" });
    expect(resources.FlowTickQueuePolicy).toMatchObject({ Properties: { Queues: [{ Ref: "FlowTickQueue" }] } });
  });

  it("ScheduleV2: a schedule named like its logical id; the machine's boundary does not reach its role", () => {
    const { resources } = expand("ScheduleV2", { ScheduleExpression: "rate(1 day)" }, { PermissionsBoundary: "arn:b" });
    expect(resources.FlowTick).toMatchObject({
      Type: "AWS::Scheduler::Schedule",
      Properties: { Name: "FlowTick", FlexibleTimeWindow: { Mode: "OFF" } },
    });
    expect(resources.FlowTickRole).toMatchObject(roleFor("scheduler.amazonaws.com", "FlowTickStartExecutionPolicy"));
    expect(JSON.stringify(resources.FlowTickRole)).not.toContain("PermissionsBoundary");
  });

  it("aim at the alias where the machine says so, and at its boundary", () => {
    const machine = { AutoPublishAlias: "live", UseAliasAsEventTarget: true, PermissionsBoundary: "arn:b" };
    const { resources } = expand("Schedule", { Schedule: "rate(1 day)" }, machine);
    expect(resources.FlowTick).toMatchObject({ Properties: { Targets: [{ Arn: { Ref: "FlowAliaslive" } }] } });
    expect(resources.FlowTickRole).toMatchObject({ Properties: { PermissionsBoundary: "arn:b" } });
  });

  it.each<[string, string, JsonObject]>([
    ["a type that is none", "Sqs", {}],
    ["State beside Enabled", "Schedule", { Schedule: "rate(1 day)", State: "ENABLED", Enabled: true }],
    ["a dead letter queue of another type", "EventBridgeRule", { DeadLetterConfig: { Type: "SNS" } }],
    ["two dead letter queues", "EventBridgeRule", { DeadLetterConfig: { Type: "SQS", Arn: "a" } }],
    ["a name that is to be omitted", "ScheduleV2", { ScheduleExpression: "x", Name: "n", OmitName: true }],
    ["an unknown property", "ScheduleV2", { ScheduleExpression: "x", Nmae: "n" }],
  ])("refuse %s", (_name, type, properties) => {
    const { problems } = expand(type, properties);
    expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining("Tick") }]);
  });
});
