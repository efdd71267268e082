import { describe, expect, it } from "vitest";
import { loadActionCatalogue } from "../../data/action-catalogue";
import { loadResourceSpec } from "../../data/resource-spec";
import type { Json, JsonObject } from "../json";
import { type DeploySettings, defaultDeploySettings } from "../stack";
import type { DeployableStack } from "./deployment-plan";
import { type DeploymentData, deriveCalls } from "./derive-calls";
import { prepareStack } from "./prepare-stack";
import { probePlan } from "./resource-types/rule-probe";

const data: DeploymentData = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
const role = "arn:aws:iam::123456789012:role/execution";
const target = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;
const stackOf = (
  Resources: JsonObject,
  rest: JsonObject = {},
  origins: Readonly<Record<string, string>> = {},
): DeployableStack =>
  prepareStack({ document: { Resources, ...rest }, artifacts: [], origins, nested: {} }, target).value;
const settingsWith = (settings: Partial<DeploySettings>): DeploySettings => ({ ...defaultDeploySettings, ...settings });
const topic = (properties: JsonObject = {}, rest: JsonObject = {}) => ({
  Type: "AWS::SNS::Topic",
  Properties: properties,
  ...rest,
});

describe("order", () => {
  const resources = {
    Policy: { Type: "AWS::SNS::TopicPolicy", Properties: { Topics: [{ Ref: "Topic" }], PolicyDocument: {} } },
    Topic: topic({}, { DependsOn: "Queue" }),
    Queue: { Type: "AWS::SQS::Queue", Properties: {} },
  };

  it("creates in waves of dependencies and deletes in reverse", () => {
    const plan = probePlan(resources);
    const order = (phase: string) => [
      ...new Set(
        plan.calls.filter((call) => call.phase === phase && call.logicalId !== null).map(({ logicalId }) => logicalId),
      ),
    ];
    expect(order("create")).toEqual(["Queue", "Topic", "Policy"]);
    expect(order("delete")).toEqual(["Policy", "Topic", "Queue"]);
    expect(plan.resources.map(({ logicalId, wave }) => [logicalId, wave])).toEqual([
      ["Queue", 0],
      ["Topic", 1],
      ["Policy", 2],
    ]);
  });

  it("gives each call an id of its own", () => {
    const { calls } = probePlan(resources);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length);
  });
});

describe("policies of deletion and replacement", () => {
  it("keep a resource on deletion, and on the rollback of its creation unless they say otherwise", () => {
    const kept = (policy: string) => probePlan({ Topic: topic({}, { DeletionPolicy: policy }) }).calls;
    const deletes = (policy: string, phase: string) =>
      kept(policy).some((call) => call.phase === phase && call.operation === "sns:DeleteTopic");
    expect(deletes("Delete", "delete")).toBe(true);
    expect(deletes("Retain", "delete")).toBe(false);
    expect(deletes("Retain", "rollback")).toBe(false);
    expect(deletes("RetainExceptOnCreate", "delete")).toBe(false);
    expect(deletes("RetainExceptOnCreate", "rollback")).toBe(true);
  });

  it("keep the old one of a replaced pair", () => {
    const replaced = (rest: JsonObject) =>
      probePlan(
        { Topic: topic({ TopicName: "b" }, rest) },
        { before: { Topic: topic({ TopicName: "a" }) } },
      ).calls.some(
        (call) => call.phase === "replace" && call.operation === "sns:DeleteTopic" && !call.onlyAfterFailure,
      );
    expect(replaced({})).toBe(true);
    expect(replaced({ UpdateReplacePolicy: "Retain" })).toBe(false);
  });
});

describe("updates", () => {
  it("carry the replacement of one resource on to those that name it", () => {
    const stack = (name: string) => ({
      Topic: topic({ TopicName: name }),
      Subscription: {
        Type: "AWS::SNS::Subscription",
        Properties: { TopicArn: { Ref: "Topic" }, Protocol: "sms", Endpoint: "1" },
      },
      Other: topic(),
    });
    const plan = probePlan(stack("b"), { before: stack("a") });
    expect(plan.resources.map(({ logicalId, change }) => [logicalId, change])).toEqual([
      ["Topic", "replace"],
      ["Other", "none"],
      ["Subscription", "replace"],
    ]);
  });

  it("create what is new and, in the clean-up, delete what is gone", () => {
    const { calls } = probePlan({ New: topic() }, { before: { Old: topic() } });
    const operations = calls.filter(
      ({ phase, logicalId }) => phase === "update" && logicalId !== null && logicalId !== "",
    );
    expect(
      operations.filter((call) => !call.onlyAfterFailure).map(({ logicalId, operation }) => [logicalId, operation]),
    ).toEqual([
      ["New", "sns:GetTopicAttributes"],
      ["New", "sns:CreateTopic"],
      ["Old", "sns:GetTopicAttributes"],
      ["Old", "sns:DeleteTopic"],
    ]);
  });

  it("ask for attributes of what stays where a resource that takes them is made or changed", () => {
    const key = { Type: "AWS::KMS::Key", Properties: { KeyPolicy: {} } };
    const alias = (name: string) => ({
      Type: "AWS::SSM::Parameter",
      Properties: { Type: "String", Name: name, Value: { "Fn::GetAtt": ["Key", "Arn"] } },
    });
    const plan = (before: object) =>
      probePlan({ Key: key, Note: alias("b"), Other: alias("c") }, { before: { Key: key, ...before } });
    const reads = ({ calls }: ReturnType<typeof plan>, phases: readonly string[]) =>
      calls.filter(({ phase, operation }) => phases.includes(phase) && operation === "kms:DescribeKey");
    expect(reads(plan({ Note: alias("a") }), ["create"]).map(({ logicalId }) => logicalId)).toEqual(["Note", "Other"]);
    const changed = reads(plan({ Note: alias("a"), Other: alias("c") }), ["update", "replace"]);
    expect(changed.map(({ logicalId, resourceType, checks }) => [logicalId, resourceType, checks[0]?.cause])).toEqual([
      ["Note", "AWS::KMS::Key", "Fn::GetAtt Key.Arn"],
    ]);
  });

  it("are undone by changing back and by deleting what was made", () => {
    const { calls } = probePlan(
      { A: topic({ DisplayName: "2" }), New: topic() },
      { before: { A: topic({ DisplayName: "1" }) } },
    );
    const undone = calls
      .filter((call) => call.phase === "rollback" && call.undoes === "update")
      .map(({ logicalId, operation }) => `${logicalId} ${operation}`);
    expect(undone).toContain("A sns:SetTopicAttributes");
    expect(undone).toContain("New sns:DeleteTopic");
  });

  it("without a stack before, bring new artifacts: code, layers and versions with hashed ids", () => {
    const code = { S3Bucket: "b", S3Key: "0123456789abcdef0123456789abcdef" };
    const plan = deriveCalls(
      null,
      stackOf(
        {
          Shared0a1b2c3d4e: {
            Type: "AWS::Lambda::LayerVersion",
            DeletionPolicy: "Retain",
            Properties: { LayerName: "Shared", Content: code },
          },
          Sell: {
            Type: "AWS::Lambda::Function",
            Properties: { Role: role, Code: code, Layers: [{ Ref: "Shared0a1b2c3d4e" }] },
          },
          SellVersion0a1b2c3d4e: {
            Type: "AWS::Lambda::Version",
            DeletionPolicy: "Retain",
            Properties: { FunctionName: { Ref: "Sell" } },
          },
          SellAlias: {
            Type: "AWS::Lambda::Alias",
            Properties: {
              Name: "live",
              FunctionName: { Ref: "Sell" },
              FunctionVersion: { "Fn::GetAtt": ["SellVersion0a1b2c3d4e", "Version"] },
            },
          },
        },
        {},
        { Shared0a1b2c3d4e: "Shared", Sell: "Sell", SellVersion0a1b2c3d4e: "Sell", SellAlias: "Sell" },
      ),
      defaultDeploySettings,
      data,
    ).value;
    const updates = plan.calls.filter(
      (call) => call.phase === "update" && call.logicalId !== null && !call.onlyAfterFailure,
    );
    expect([...new Set(updates.map(({ operation }) => operation))]).toEqual([
      "lambda:PublishLayerVersion",
      "lambda:UpdateFunctionCode",
      "lambda:GetFunction",
      "lambda:UpdateFunctionConfiguration",
      "lambda:ListVersionsByFunction",
      "lambda:PublishVersion",
      "lambda:GetFunctionConfiguration",
      "lambda:UpdateAlias",
    ]);
  });
});

describe("topologies", () => {
  it("authorise CloudFormation's calls with the CI role, called via CloudFormation", () => {
    const check = probePlan({ Topic: topic() }).calls.find(({ operation }) => operation === "sns:CreateTopic")
      ?.checks[0];
    expect(check).toMatchObject({
      principal: "ci",
      context: { "aws:CalledVia": ["cloudformation.amazonaws.com"], "aws:ViaAWSService": ["true"] },
    });
  });

  it("or with the execution role, which the CI role passes and which calls by itself", () => {
    const { calls } = probePlan(
      { Topic: topic() },
      { settings: { topology: "execution-role", executionRoleArn: role } },
    );
    const check = calls.find(({ operation }) => operation === "sns:CreateTopic")?.checks[0];
    expect(check).toMatchObject({
      principal: "execution-role",
      context: { "aws:PrincipalArn": [role], "aws:ViaAWSService": ["false"] },
    });
    expect(check?.context).not.toHaveProperty("aws:CalledVia");
    const changeSet = calls.find(({ operation }) => operation === "cloudformation:CreateChangeSet");
    expect(changeSet?.checks.find(({ action }) => action === "iam:PassRole")).toMatchObject({
      principal: "ci",
      resources: [role],
    });
  });
});

describe("tags and references", () => {
  it("propagates the stack's tags to types that take tags, the resource's own winning", () => {
    const settings = settingsWith({ stackTags: { team: "shop", stage: "dev" } });
    const resources = {
      Topic: topic({ Tags: [{ Key: "stage", Value: "test" }] }),
      Access: { Type: "AWS::SNS::TopicPolicy", Properties: { Topics: [], PolicyDocument: {} } },
    };
    const plan = deriveCalls(null, stackOf(resources), settings, data).value;
    const check = plan.calls.flatMap(({ checks }) => checks).find(({ action }) => action === "sns:TagResource");
    expect(check?.context).toMatchObject({
      "aws:RequestTag/team": ["shop"],
      "aws:RequestTag/stage": ["test"],
      "aws:TagKeys": ["team", "stage"],
    });
  });

  it("reads dynamic references with the deployment's permissions", () => {
    const plan = probePlan({
      Topic: topic({ DisplayName: "{{resolve:ssm:/shop/name:1}}-{{resolve:secretsmanager:login:SecretString:user}}" }),
    });
    const checks = plan.calls
      .filter(({ phase, logicalId }) => phase === "create" && logicalId === "Topic")
      .flatMap((call) => call.checks);
    expect(checks.slice(0, 2).map(({ action, patterns: [pattern] }) => [action, pattern])).toEqual([
      ["ssm:GetParameters", "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/name"],
      ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:login-*"],
    ]);
  });
});

describe("availability zones", () => {
  const calls = (AvailabilityZone: Json, phase: string) =>
    deriveCalls(
      stackOf({ Subnet: { Type: "AWS::EC2::Subnet", Properties: { AvailabilityZone, MapPublicIpOnLaunch: false } } }),
      stackOf({ Subnet: { Type: "AWS::EC2::Subnet", Properties: { AvailabilityZone, MapPublicIpOnLaunch: true } } }),
      defaultDeploySettings,
      data,
    )
      .value.calls.filter((call) => call.phase === phase && !call.onlyAfterFailure && call.logicalId === "Subnet")
      .map(({ operation }) => operation);
  const asked = ["ec2:DescribeAvailabilityZones", "ec2:DescribeAccountAttributes", "ec2:DescribeSubnets"];

  it("are asked for where a property takes them from Fn::GetAZs, before the resource is made or changed", () => {
    const first = { "Fn::Select": [0, { "Fn::GetAZs": "" }] };
    expect(calls(first, "create").slice(0, 4)).toEqual([...asked, "ec2:CreateSubnet"]);
    expect(calls(first, "update").slice(0, 4)).toEqual([...asked, "ec2:ModifySubnetAttribute"]);
    expect(calls(first, "rollback")).not.toContain("ec2:DescribeAvailabilityZones");
  });

  it("are not asked for where they are written, or where the branch with Fn::GetAZs is not taken", () => {
    const branch = { "Fn::If": ["Written", "eu-central-1a", { "Fn::Select": [0, { "Fn::GetAZs": "" }] }] };
    const conditions = { Conditions: { Written: { "Fn::Equals": ["a", "a"] } } };
    const subnet = { Subnet: { Type: "AWS::EC2::Subnet", Properties: { AvailabilityZone: branch } } };
    const plan = deriveCalls(null, stackOf(subnet, conditions), defaultDeploySettings, data).value;
    expect(plan.calls.map(({ operation }) => operation)).not.toContain("ec2:DescribeAvailabilityZones");
    expect(calls("eu-central-1a", "create")[0]).toBe("ec2:CreateSubnet");
  });
});

describe("types without a rule", () => {
  const strange = { Thing: { Type: "AWS::Nowhere::Thing", Properties: {} } };

  it("are a problem that names them, and count as unknown", () => {
    const { value, problems } = deriveCalls(null, stackOf(strange), defaultDeploySettings, data);
    expect(problems).toMatchObject([{ code: "not-modelled", logicalId: "Thing" }]);
    expect(value.coverage).toEqual({ documented: 0, registry: 0, unknown: 1 });
  });

  it("use the registry's handlers where a table is given, without names that are no actions", () => {
    const handlers = {
      create: ["sns:CreateTopic", "sns:NoSuchAction"],
      read: ["SNS:getTopicAttributes"],
      update: [],
      delete: ["sns:DeleteTopic"],
    };
    const registry = { version: "test", types: { "AWS::Nowhere::Thing": handlers } };
    const { value, problems } = deriveCalls(null, stackOf(strange), defaultDeploySettings, { ...data, registry });
    expect(problems).toEqual([]);
    expect(value.coverage.registry).toBe(1);
    const created = value.calls
      .filter(({ phase, logicalId }) => phase === "create" && logicalId === "Thing")
      .flatMap(({ checks }) => checks);
    expect(created.map(({ action, certainty }) => `${action} ${certainty}`)).toEqual([
      "sns:CreateTopic registry",
      "sns:GetTopicAttributes registry",
      "sns:DeleteTopic registry",
    ]);
  });
});

describe("cleaning up half-made resources", () => {
  it("is planned only where a creation takes more than one call", () => {
    const cleaned = probePlan({ Topic: topic(), Files: { Type: "AWS::S3::Bucket", Properties: {} } }).calls.filter(
      (call) => call.phase === "create" && call.onlyAfterFailure,
    );
    expect([...new Set(cleaned.map(({ logicalId }) => logicalId))]).toEqual(["Topic"]);
  });
});

describe("nested applications", () => {
  it("have calls of their own below the parent's id, after the call that makes their stack", () => {
    const inner = {
      document: { Resources: { Topic: topic() }, Outputs: { Arn: { Value: { Ref: "Topic" } } } },
      artifacts: [],
      origins: {},
      nested: {},
    };
    const document = {
      Resources: {
        Jobs: {
          Type: "AWS::CloudFormation::Stack",
          Properties: { TemplateURL: "https://s3.eu-central-1.amazonaws.com/b/k" },
        },
        Feed: {
          Type: "AWS::SNS::Subscription",
          Properties: { TopicArn: { "Fn::GetAtt": ["Jobs", "Outputs.Arn"] }, Protocol: "sms", Endpoint: "1" },
        },
      },
    };
    const stack = prepareStack({ document, artifacts: [], origins: {}, nested: { Jobs: inner } }, target).value;
    const calls = deriveCalls(null, stack, defaultDeploySettings, data).value.calls.filter(
      ({ phase, logicalId }) => phase === "create" && logicalId !== null,
    );
    expect([...new Set(calls.map(({ logicalId }) => logicalId))]).toEqual(["Jobs", "Jobs/Topic", "Feed"]);
    const subscribe = calls.find(({ operation }) => operation === "sns:Subscribe");
    expect(subscribe?.checks[0]?.patterns).toEqual(["arn:aws:sns:eu-central-1:123456789012:shop-Jobs-*-Topic-*"]);
  });
});
