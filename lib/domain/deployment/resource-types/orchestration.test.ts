import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { probeActions, probeChecks } from "./rule-probe";

const role = "arn:aws:iam::123456789012:role/r";
const key = "arn:aws:kms:eu-central-1:123456789012:key/k";
const tags = [{ Key: "a", Value: "b" }];

describe("AWS::StepFunctions::StateMachine", () => {
  const machine = (properties: JsonObject = {}) => ({
    Flow: { Type: "AWS::StepFunctions::StateMachine", Properties: { RoleArn: role, ...properties } },
  });

  it("is named after its logical id and passes its role", () => {
    const [create, pass] = probeChecks(machine(), "create");
    expect(create?.patterns).toEqual(["arn:aws:states:eu-central-1:123456789012:stateMachine:Flow-*"]);
    expect(pass?.context["iam:PassedToService"]).toEqual(["states.amazonaws.com"]);
    expect(probeActions(machine(), "create")).toEqual([
      "states:CreateStateMachine",
      "iam:PassRole",
      "states:DescribeStateMachine",
    ]);
  });

  it.each<[string, JsonObject, string]>([
    ["Tags", { Tags: tags }, "states:TagResource"],
    ["DefinitionS3Location", { DefinitionS3Location: { Bucket: "b", Key: "k" } }, "s3:GetObject"],
    [
      "EncryptionConfiguration",
      { EncryptionConfiguration: { KmsKeyId: key, Type: "CUSTOMER_MANAGED_KMS_KEY" } },
      "kms:GenerateDataKey",
    ],
  ])("with %s makes the check that it causes, without it not", (_name, properties, action) => {
    expect(probeActions(machine(properties), "create")).toContain(action);
    expect(probeActions(machine(), "create")).not.toContain(action);
  });

  it("is updated in place, and written again for new tags alone", () => {
    expect(probeActions(machine({ DefinitionString: "{}" }), "update", { before: machine() })).toEqual([
      "states:UpdateStateMachine",
      "iam:PassRole",
    ]);
    expect(probeActions(machine(), "update", { before: machine({ Tags: tags }) })).toEqual([
      "states:UpdateStateMachine",
      "iam:PassRole",
      "states:UntagResource",
    ]);
    expect(probeActions(machine(), "update", { before: machine() })).toEqual([]);
  });
});

describe("versions and aliases of a state machine", () => {
  const machineArn = "arn:aws:states:eu-central-1:123456789012:stateMachine:flow";
  const version = {
    One: { Type: "AWS::StepFunctions::StateMachineVersion", Properties: { StateMachineArn: machineArn } },
  };
  const alias = (number: number, preference: JsonObject = {}) => ({
    Live: {
      Type: "AWS::StepFunctions::StateMachineAlias",
      Properties: {
        Name: "live",
        DeploymentPreference: { Type: "ALL_AT_ONCE", StateMachineVersionArn: `${machineArn}:${number}`, ...preference },
      },
    },
  });

  it("a version is compared with the latest one before it is published, and looked for before it is deleted", () => {
    expect(probeActions(version, "create")).toEqual([
      "states:ListStateMachineVersions",
      "states:DescribeStateMachine",
      "states:PublishStateMachineVersion",
    ]);
    expect(probeActions(version, "delete")).toEqual([
      "states:DescribeStateMachine",
      "states:DeleteStateMachineVersion",
    ]);
  });

  it("an alias is looked for before it is made or deleted", () => {
    expect(probeActions(alias(1), "create")).toEqual([
      "states:DescribeStateMachineAlias",
      "states:CreateStateMachineAlias",
    ]);
    expect(probeActions(alias(1), "delete")).toEqual([
      "states:DescribeStateMachineAlias",
      "states:DeleteStateMachineAlias",
    ]);
  });

  it("an alias shifts traffic step by step only to another version and where it is to", () => {
    const shift = (before: number, preference: JsonObject) =>
      probeChecks(alias(2, { ...preference, Percentage: 5 }), "update", { before: alias(before, preference) });
    const actions = (before: number, preference: JsonObject) => shift(before, preference).map(({ action }) => action);
    expect(actions(1, {})).toEqual(["states:UpdateStateMachineAlias"]);
    expect(actions(2, { Type: "LINEAR" })).toEqual(["states:UpdateStateMachineAlias"]);
    expect(actions(1, { Type: "LINEAR" })).toEqual([
      "states:UpdateStateMachineAlias",
      "states:DescribeStateMachineAlias",
    ]);
    expect(shift(1, { Type: "CANARY", Alarms: ["errors"] })[0]).toMatchObject({
      action: "cloudwatch:DescribeAlarms",
      resources: ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors"],
    });
  });
});

describe("AWS::Scheduler::Schedule", () => {
  it("passes its target's role, in the group that it names", () => {
    const schedule = (properties: JsonObject) => ({
      Nightly: {
        Type: "AWS::Scheduler::Schedule",
        Properties: { Name: "n", Target: { RoleArn: role }, ...properties },
      },
    });
    expect(probeChecks(schedule({}), "create").map(({ action }) => action)).toEqual([
      "scheduler:CreateSchedule",
      "iam:PassRole",
      "scheduler:GetSchedule",
    ]);
    expect(probeChecks(schedule({ GroupName: "g" }), "create")[0]?.resources[0]).toMatch(/schedule\/g\/n$/);
  });
});

describe("AWS::Pipes::Pipe", () => {
  const pipe = (properties: JsonObject = {}) => ({
    Feed: { Type: "AWS::Pipes::Pipe", Properties: { RoleArn: role, ...properties } },
  });

  it("sets up log delivery and uses a key only if told", () => {
    expect(probeActions(pipe(), "create")).toEqual(["pipes:CreatePipe", "iam:PassRole", "pipes:DescribePipe"]);
    const logged = { LogConfiguration: { CloudwatchLogsLogDestination: { LogGroupArn: "x" } } };
    expect(probeActions(pipe(logged), "create")).toContain("logs:CreateLogDelivery");
    expect(probeActions(pipe({ KmsKeyIdentifier: key }), "create")).toContain("kms:GenerateDataKey");
    expect(probeActions(pipe({ Tags: { a: "b" } }), "create")).toContain("pipes:TagResource");
  });
});

describe("AWS::ApplicationAutoScaling", () => {
  const target = (properties: JsonObject = {}) => ({
    Size: {
      Type: "AWS::ApplicationAutoScaling::ScalableTarget",
      Properties: {
        ServiceNamespace: "lambda",
        ScalableDimension: "lambda:function:ProvisionedConcurrency",
        ResourceId: "function:f:live",
        ...properties,
      },
    },
  });

  it("registers with namespace and dimension as context; passes a role of one's own only", () => {
    expect(probeChecks(target(), "create")[0]?.context).toMatchObject({
      "application-autoscaling:service-namespace": ["lambda"],
    });
    expect(probeActions(target(), "create")).toEqual(["application-autoscaling:RegisterScalableTarget"]);
    expect(probeActions(target({ RoleARN: role }), "create")).toContain("iam:PassRole");
    expect(probeActions(target({ ScheduledActions: [{ Schedule: "rate(1 day)" }] }), "create")).toContain(
      "application-autoscaling:PutScheduledAction",
    );
  });

  it("puts a policy on the target that it scales", () => {
    const policy = {
      Policy: { Type: "AWS::ApplicationAutoScaling::ScalingPolicy", Properties: { ScalingTargetId: { Ref: "Size" } } },
    };
    const checks = probeChecks({ ...target(), ...policy }, "create");
    const registered = checks.find(({ action }) => action === "application-autoscaling:RegisterScalableTarget");
    const put = checks.find(({ action }) => action === "application-autoscaling:PutScalingPolicy");
    expect(put?.resources).toEqual(registered?.resources);
  });
});

describe("AWS::CodeDeploy", () => {
  it("a deployment group passes its service role", () => {
    const group = {
      Group: { Type: "AWS::CodeDeploy::DeploymentGroup", Properties: { ApplicationName: "app", ServiceRoleArn: role } },
    };
    const [create, pass] = probeChecks(group, "create");
    expect(create?.patterns[0]).toMatch(/:deploymentgroup:app\/shop-Group-\*$/);
    expect(pass?.context["iam:PassedToService"]).toEqual(["codedeploy.amazonaws.com"]);
  });

  it("an application is tagged only with tags", () => {
    const application = (properties: JsonObject) => ({
      App: { Type: "AWS::CodeDeploy::Application", Properties: properties },
    });
    expect(probeActions(application({}), "create")).toEqual(["codedeploy:CreateApplication"]);
    expect(probeActions(application({ Tags: tags }), "create")).toContain("codedeploy:TagResource");
  });
});
