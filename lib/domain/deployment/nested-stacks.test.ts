import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadActionCatalogue } from "../../data/action-catalogue";
import { loadResourceSpec } from "../../data/resource-spec";
import type { Json, JsonObject } from "../json";
import type { ExpandedTemplate } from "../sam/expanded-template";
import { defaultDeploySettings } from "../stack";
import type { DeploymentPlan } from "./deployment-plan";
import { type DeploymentData, deriveCalls } from "./derive-calls";
import { prepareStack } from "./prepare-stack";

const data: DeploymentData = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
const target = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;
const sqs = (name: string) => `arn:aws:sqs:eu-central-1:123456789012:${name}`;

type Nested = Readonly<Record<string, ExpandedTemplate>>;
const templateOf = (document: JsonObject, nested: Nested = {}): ExpandedTemplate => ({
  document,
  artifacts: [],
  origins: {},
  nested,
});
const prepare = (Resources: JsonObject, nested: Nested) => prepareStack(templateOf({ Resources }, nested), target);
const derive = (Resources: JsonObject, nested: Nested, before?: JsonObject) =>
  deriveCalls(
    before ? prepare(before, nested).value : null,
    prepare(Resources, nested).value,
    defaultDeploySettings,
    data,
  );
const stack = (Parameters: JsonObject, more: JsonObject = {}) => ({
  Type: "AWS::CloudFormation::Stack",
  Properties: { TemplateURL: "https://s3.eu-central-1.amazonaws.com/artifacts/inner.template", Parameters },
  ...more,
});
const queue = (QueueName: Json) => ({ Type: "AWS::SQS::Queue", Properties: { QueueName } });
const table = (properties: JsonObject = {}) => ({
  Type: "AWS::DynamoDB::Table",
  Properties: { KeySchema: [], ...properties },
});
const patternsOf = (plan: DeploymentPlan, operation: string, phase = "create") =>
  plan.calls
    .filter((call) => call.operation === operation && call.phase === phase && !call.onlyAfterFailure)
    .map(({ logicalId, checks }) => [logicalId, checks[0]?.patterns[0]]);

/** A queue named after the parameter `Value`, and another one where `Value` is not empty. */
const jobs = templateOf({
  Parameters: { Value: { Type: "String", Default: "" } },
  Conditions: { HasValue: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "Value" }, ""] }] } },
  Resources: {
    Queue: queue({ "Fn::If": ["HasValue", { "Fn::Sub": "${Value}-jobs" }, "no-value"] }),
    Extra: { ...queue({ "Fn::Sub": "${Value}-extra" }), Condition: "HasValue" },
  },
  Outputs: { Name: { Value: { "Fn::GetAtt": ["Queue", "QueueName"] } }, Arn: { Value: { "Fn::GetAtt": "Queue.Arn" } } },
});

describe("parameters of a nested stack", () => {
  const parent = {
    Named: table({ TableName: "orders" }),
    Plain: table(),
    Topic: { Type: "AWS::SNS::Topic", Properties: {} },
  };
  const cases: readonly [string, Json, string][] = [
    ["a literal", "orders", "orders-jobs"],
    ["the name that the template gives", { Ref: "Named" }, "orders-jobs"],
    ["the name that CloudFormation gives", { Ref: "Plain" }, "shop-Plain-*-jobs"],
    ["an attribute", { "Fn::GetAtt": ["Topic", "TopicName"] }, "shop-Topic-*-jobs"],
    ["a substitution", { "Fn::Sub": "x-${Named}-${AWS::StackName}" }, "x-orders-shop-jobs"],
    ["a join", { "Fn::Join": ["-", [{ Ref: "Named" }, { Ref: "Plain" }]] }, "orders-shop-Plain-*-jobs"],
    [
      "a part of an ARN",
      { "Fn::Select": [1, { "Fn::Split": ["/", { "Fn::GetAtt": ["Named", "Arn"] }] }] },
      "orders-jobs",
    ],
    ["something from another stack", { "Fn::ImportValue": "shared" }, "*-jobs"],
  ];
  it.each(cases)("is there what the deployment would hand over: %s", (_name, value, name) => {
    const { value: plan, problems } = derive({ ...parent, Jobs: stack({ Value: value }) }, { Jobs: jobs });
    expect(problems).toEqual([]);
    expect(patternsOf(plan, "sqs:CreateQueue")).toEqual([
      ["Jobs/Queue", sqs(name)],
      ["Jobs/Extra", sqs(name.replace("jobs", "extra"))],
    ]);
  });

  it("decides the conditions of the nested template", () => {
    const { value: plan } = derive({ Jobs: stack({}) }, { Jobs: jobs });
    expect(patternsOf(plan, "sqs:CreateQueue")).toEqual([["Jobs/Queue", sqs("no-value")]]);
  });

  it("goes down several levels, and waves follow the references", () => {
    const middle = templateOf(
      {
        Parameters: { Table: { Type: "String" } },
        Resources: { Deep: stack({ Value: { "Fn::Sub": "in-${Table}" } }) },
      },
      { Deep: jobs },
    );
    const { value: plan } = derive({ Middle: stack({ Table: { Ref: "Plain" } }), Plain: table() }, { Middle: middle });
    expect(patternsOf(plan, "sqs:CreateQueue")).toEqual([
      ["Middle/Deep/Queue", sqs("in-shop-Plain-*-jobs")],
      ["Middle/Deep/Extra", sqs("in-shop-Plain-*-extra")],
    ]);
    expect(plan.resources.map(({ logicalId, wave }) => [logicalId, wave])).toEqual([
      ["Plain", 0],
      ["Middle", 1],
      ["Middle/Deep", 2],
      ["Middle/Deep/Queue", 3],
      ["Middle/Deep/Extra", 3],
    ]);
  });

  it("changes with the parent: what is renamed there is replaced in the nested stack", () => {
    const resources = (name: string) => ({
      Named: table({ TableName: name }),
      Jobs: stack({ Value: { Ref: "Named" } }),
    });
    const { value: plan } = derive(resources("orders-2"), { Jobs: jobs }, resources("orders"));
    expect(plan.resources.map(({ logicalId, change }) => [logicalId, change])).toEqual([
      ["Named", "replace"],
      ["Jobs", "update"],
      ["Jobs/Queue", "replace"],
      ["Jobs/Extra", "replace"],
    ]);
    expect(patternsOf(plan, "sqs:DeleteQueue", "replace")).toEqual([
      ["Jobs/Extra", sqs("orders-extra")],
      ["Jobs/Queue", sqs("orders-jobs")],
    ]);
  });

  it("stays what it is when only code changes", () => {
    const code = templateOf({
      Parameters: { Name: { Type: "String" } },
      Resources: {
        Worker: {
          Type: "AWS::Lambda::Function",
          Properties: { FunctionName: { Ref: "Name" }, Code: { S3Bucket: "artifacts", S3Key: "code" } },
        },
      },
    });
    const { value: plan } = derive({ Plain: table(), Jobs: stack({ Name: { Ref: "Plain" } }) }, { Jobs: code });
    expect(plan.resources.map(({ logicalId, change }) => [logicalId, change])).toEqual([
      ["Plain", "none"],
      ["Jobs", "update"],
      ["Jobs/Worker", "update"],
    ]);
    expect(patternsOf(plan, "lambda:UpdateFunctionCode", "update")).toEqual([
      ["Jobs/Worker", "arn:aws:lambda:eu-central-1:123456789012:function:shop-Plain-*"],
    ]);
  });

  it("is the parent's resource for rules that look around", () => {
    const inner = templateOf({
      Parameters: { RoleName: { Type: "String" } },
      Resources: {
        Policy: { Type: "AWS::IAM::Policy", Properties: { PolicyName: "p", Roles: [{ Ref: "RoleName" }] } },
      },
    });
    const role = { Type: "AWS::IAM::Role", Properties: { RoleName: "worker", Path: "/jobs/" } };
    const policies = (plan: DeploymentPlan) => patternsOf(plan, "iam:PutRolePolicy").map(([, arn]) => arn);
    const own = derive({ Role: role, Jobs: stack({ RoleName: { Ref: "Role" } }) }, { Jobs: inner });
    expect(policies(own.value)).toEqual(["arn:aws:iam::123456789012:role/jobs/worker"]);
    const roles = templateOf({ Resources: { Role: role }, Outputs: { Name: { Value: { Ref: "Role" } } } });
    const output = { "Fn::GetAtt": ["Roles", "Outputs.Name"] };
    const others = derive({ Roles: stack({}), Jobs: stack({ RoleName: output }) }, { Roles: roles, Jobs: inner });
    expect(policies(others.value)).toEqual(["arn:aws:iam::123456789012:role/jobs/worker"]);
  });
});

describe("outputs of a nested stack", () => {
  it("reach resources and other nested stacks of the parent, which wait for it", () => {
    const resources = {
      Second: stack({ Value: { "Fn::GetAtt": ["First", "Outputs.Name"] } }),
      Copy: queue({ "Fn::Sub": "${First.Outputs.Name}-copy" }),
      First: stack({ Value: { Ref: "Named" } }),
      Named: table({ TableName: "orders" }),
    };
    const { value: plan, problems } = derive(resources, { First: jobs, Second: jobs });
    expect(problems).toEqual([]);
    expect(patternsOf(plan, "sqs:CreateQueue")).toEqual([
      ["First/Queue", sqs("orders-jobs")],
      ["First/Extra", sqs("orders-extra")],
      ["Copy", sqs("orders-jobs-copy")],
      ["Second/Queue", sqs("orders-jobs-jobs")],
      ["Second/Extra", sqs("orders-jobs-extra")],
    ]);
  });

  it("come up from several levels", () => {
    const middle = templateOf(
      {
        Parameters: { Table: { Type: "String" } },
        Resources: { Deep: stack({ Value: { Ref: "Table" } }) },
        Outputs: { Up: { Value: { "Fn::GetAtt": ["Deep", "Outputs.Name"] } } },
      },
      { Deep: jobs },
    );
    const resources = {
      Named: table({ TableName: "orders" }),
      Middle: stack({ Table: { Ref: "Named" } }),
      Copy: queue({ "Fn::GetAtt": ["Middle", "Outputs.Up"] }),
    };
    const { value: plan } = derive(resources, { Middle: middle });
    expect(patternsOf(plan, "sqs:CreateQueue")).toContainEqual(["Copy", sqs("orders-jobs")]);
  });
});

describe("what is wrong with a nested stack", () => {
  const inner = templateOf({
    Parameters: { Stage: { Type: "String", AllowedValues: ["orders", "dev"], Default: "dev" } },
    Resources: { Queue: queue({ Ref: "Stage" }) },
  });
  const parent = (name: string) => ({ Named: table({ TableName: name }), Jobs: stack({ Stage: { Ref: "Named" } }) });

  it("is told once the values are known", () => {
    expect(prepare(parent("bills"), { Jobs: inner }).problems).toEqual([]);
    expect(derive(parent("bills"), { Jobs: inner }).problems).toMatchObject([
      { code: "parameter-not-allowed", severity: "error", logicalId: "Jobs", path: "Resources.Jobs" },
    ]);
    expect(derive(parent("orders"), { Jobs: inner }).problems).toEqual([]);
  });

  it("is told at once where no value can change it, and shows no marks of made-up ids", () => {
    const dangling = templateOf({ ...inner.document, Resources: { Queue: queue({ Ref: "Nothing" }) } });
    expect(prepare(parent("orders"), { Jobs: dangling }).problems).toMatchObject([{ code: "dangling-reference" }]);
    expect(derive(parent("orders"), { Jobs: dangling }).problems).toEqual([]);
    const unnamed = { Named: table(), Jobs: stack({ Stage: { Ref: "Named" } }) };
    const [problem] = derive(unnamed, { Jobs: inner }).problems;
    expect(problem?.message).toMatch(/Parameter Stage is "shop-Named-\w{12}", which AllowedValues does not list/);
  });

  it("is told where the parent hands over nothing", () => {
    const needs = templateOf({
      Parameters: { Stage: { Type: "String" } },
      Resources: { Queue: queue({ Ref: "Stage" }) },
    });
    expect(prepare({ Jobs: stack({}) }, { Jobs: needs }).problems).toMatchObject([{ code: "parameter-assumed" }]);
    expect(prepare(parent("orders"), { Jobs: needs }).problems).toEqual([]);
    expect(derive(parent("orders"), { Jobs: needs }).problems).toEqual([]);
  });

  it("is that its template lies elsewhere, so that nothing is known of what is in it", () => {
    const repository = { Tags: [{ Key: "serverlessrepo:applicationId", Value: "arn:aws:serverlessrepo:::app" }] };
    const elsewhere = stack({});
    const bought = { ...elsewhere, Properties: { ...elsewhere.Properties, ...repository } };
    const middle = templateOf({ Resources: { Deep: elsewhere } });
    const { problems } = derive(
      { Known: stack({}), Bought: bought, Middle: stack({}) },
      { Known: jobs, Middle: middle },
    );
    expect(problems).toMatchObject([
      { code: "nested-template-unseen", logicalId: "Bought", message: expect.stringContaining("serverlessrepo:::app") },
      { code: "nested-template-unseen", logicalId: "Middle/Deep", path: "Resources.Middle" },
    ]);
  });

  it("is not told twice of a local template that was not supplied", () => {
    const artifact = {
      kind: "template",
      logicalId: "Jobs",
      resourceType: "AWS::CloudFormation::Stack",
      property: "TemplateURL",
      localPath: "jobs.yaml",
      location: "s3://artifacts/jobs.template",
    } as const;
    const missing = prepareStack({ ...templateOf({ Resources: { Jobs: stack({}) } }), artifacts: [artifact] }, target);
    expect(deriveCalls(null, missing.value, defaultDeploySettings, data).problems).toEqual([]);
  });

  it("ends with two nested stacks that wait for each other", () => {
    const resources = {
      First: stack({ Value: { "Fn::GetAtt": ["Second", "Outputs.Name"] } }),
      Second: stack({ Value: { "Fn::GetAtt": ["First", "Outputs.Name"] } }),
    };
    expect(prepare(resources, { First: jobs, Second: jobs }).problems).toMatchObject([{ code: "circular-dependency" }]);
    expect(derive(resources, { First: jobs, Second: jobs }).value.resources).toHaveLength(6);
  });
});

describe("law", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_-]{3,30}$/);

  it("a value handed over by reference makes the same calls as the value written down", () => {
    const parent = (tableName: string, value: Json) => ({
      Named: table({ TableName: tableName }),
      Jobs: stack({ Value: value }, { DependsOn: "Named" }),
      Copy: queue({ "Fn::GetAtt": ["Jobs", "Outputs.Name"] }),
    });
    fc.assert(
      fc.property(name, (tableName) => {
        const referred = derive(parent(tableName, { Ref: "Named" }), { Jobs: jobs }).value.calls;
        const written = derive(parent(tableName, tableName), { Jobs: jobs }).value.calls;
        expect(referred).toEqual(written);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a nested stack's parameters of AWS's types", () => {
  const inner = (Type: string) =>
    templateOf({ Parameters: { Value: { Type, Default: "vpc-1" } }, Resources: { Queue: queue({ Ref: "Value" }) } });

  it("are looked for when that stack is made, and those of other types are not", () => {
    const described = (type: string) =>
      patternsOf(derive({ Jobs: stack({}) }, { Jobs: inner(type) }).value, "ec2:DescribeVpcs");
    expect(described("AWS::EC2::VPC::Id")).toEqual([["Jobs", "*"]]);
    expect(described("String")).toEqual([]);
  });
});

describe("a nested stack's parameters of SSM types", () => {
  const inner = (Type: string) =>
    templateOf({
      Parameters: { Value: { Type, Default: "/jobs/name" } },
      Resources: { Queue: queue({ Ref: "Value" }) },
    });
  const fromSsm = "AWS::SSM::Parameter::Value<String>";
  const arn = (name: string) => `arn:aws:ssm:eu-central-1:123456789012:parameter/${name}`;

  it("are read for the stack that they belong to, when it is made", () => {
    const plan = derive({ Jobs: stack({}) }, { Jobs: inner(fromSsm) }).value;
    expect(patternsOf(plan, "ssm:GetParameters")).toEqual([["Jobs", arn("jobs/name")]]);
    expect(patternsOf(derive({ Jobs: stack({}) }, { Jobs: inner("String") }).value, "ssm:GetParameters")).toEqual([]);
  });

  it("are read under the name that the parent hands over, and again when the stack is changed", () => {
    const nested = { Jobs: inner(fromSsm) };
    const plan = derive({ Jobs: stack({ Value: "/other" }) }, nested, { Jobs: stack({ Value: "/jobs/name" }) }).value;
    expect(patternsOf(plan, "ssm:GetParameters")).toEqual([["Jobs", arn("other")]]);
    expect(patternsOf(plan, "ssm:GetParameters", "update")).toEqual([["Jobs", arn("other")]]);
    const same = derive({ Jobs: stack({}) }, nested, { Jobs: stack({}) }).value;
    expect(patternsOf(same, "ssm:GetParameters", "update")).toEqual([]);
  });
});
