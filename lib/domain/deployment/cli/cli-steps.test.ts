import { describe, expect, it } from "vitest";
import { loadActionCatalogue } from "../../../data/action-catalogue";
import { loadResourceSpec } from "../../../data/resource-spec";
import type { Json, JsonObject } from "../../json";
import type { Artifact } from "../../sam/expanded-template";
import { type DeploySettings, defaultDeploySettings } from "../../stack";
import type { ApiCall, Phase } from "../api-call";
import { deriveCalls } from "../derive-calls";
import { prepareStack } from "../prepare-stack";

const data = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
const target = {
  stackName: "shop",
  region: "eu-central-1",
  account: "123456789012",
  partition: "aws",
  parameters: {},
} as const;
const zip: Artifact = {
  kind: "zip",
  logicalId: "Sell",
  resourceType: "AWS::Serverless::Function",
  property: "CodeUri",
  localPath: "src/",
  location: "s3://artifacts/0123456789abcdef0123456789abcdef",
};
const image: Artifact = {
  ...zip,
  kind: "image",
  property: "ImageUri",
  location: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop11111111/sell22222222repo:app-1",
};

function callsOf(
  {
    settings = {},
    artifacts = [],
    document = {},
    transforms = ["AWS::Serverless-2016-10-31"],
    includes = [],
  }: {
    settings?: Partial<DeploySettings>;
    artifacts?: readonly Artifact[];
    document?: JsonObject;
    transforms?: readonly string[];
    includes?: readonly Json[];
  },
  phase: Phase,
): readonly ApiCall[] {
  const resources = { Topic: { Type: "AWS::SNS::Topic", Properties: {} } };
  const stack = prepareStack(
    { document: { Resources: resources, ...document }, artifacts, origins: {}, nested: {}, transforms, includes },
    target,
  ).value;
  const plan = deriveCalls(null, stack, { ...defaultDeploySettings, ...settings }, data).value;
  return plan.calls.filter((call) => call.phase === phase && call.logicalId === null);
}

const operations = (...args: Parameters<typeof callsOf>) => callsOf(...args).map(({ operation }) => operation);
const without = (part: Partial<DeploySettings["account"]>) => ({
  account: { ...defaultDeploySettings.account, ...part },
});

describe("packaging", () => {
  it("looks for the managed bucket's stack, and for no stack with a bucket of one's own", () => {
    expect(operations({}, "package")).toEqual(["cloudformation:DescribeStacks"]);
    expect(operations({ settings: { artifactBucket: { kind: "named", name: "mine" } } }, "package")).toEqual([]);
  });

  it("shows a refused look for the managed bucket's stack as a refused change set, of which the name is known", () => {
    const [find] = callsOf({}, "package");
    expect(find).toMatchObject({ onDenied: "fail", shownAs: { action: "cloudformation:CreateChangeSet" } });
    expect(find?.shownAs?.patterns).toEqual(find?.checks[0]?.patterns);
    const [first] = callsOf({ settings: without({ managedBucketExists: false }) }, "package");
    expect(first).toMatchObject({ onDenied: "ignored" });
    expect(first?.shownAs).toBeUndefined();
  });

  it("makes the managed bucket where the account has none, with the caller's permissions in both topologies", () => {
    const settings = {
      ...without({ managedBucketExists: false }),
      topology: "execution-role",
      executionRoleArn: "arn:aws:iam::123456789012:role/r",
    } as const;
    const calls = callsOf({ settings }, "package").filter((call) => !call.onlyAfterFailure);
    expect(calls.map(({ operation }) => operation)).toEqual([
      "cloudformation:DescribeStacks",
      "cloudformation:CreateChangeSet",
      "cloudformation:DescribeChangeSet",
      "cloudformation:ExecuteChangeSet",
      "s3:CreateBucket",
      "s3:PutBucketEncryption",
      "s3:PutPublicAccessBlock",
      "s3:PutBucketVersioning",
      "s3:PutBucketTagging",
      "s3:GetBucketPolicy",
      "s3:PutBucketPolicy",
      "cloudformation:DescribeStacks",
    ]);
    expect(new Set(calls.flatMap(({ checks }) => checks.map(({ principal }) => principal)))).toEqual(new Set(["ci"]));
  });

  it("uploads after a look that may be refused", () => {
    const [head, put] = callsOf(
      { artifacts: [zip], settings: { artifactBucket: { kind: "named", name: "artifacts" } } },
      "package",
    );
    expect(head).toMatchObject({ operation: "s3:HeadObject", onDenied: "ignored" });
    expect(put?.checks[0]).toMatchObject({ action: "s3:PutObject", patterns: ["arn:aws:s3:::artifacts/*"] });
  });

  it("encrypts with a key only if one is given", () => {
    const actions = (artifactKmsKeyId: string | null) =>
      callsOf({ artifacts: [zip], settings: { artifactKmsKeyId } }, "package").flatMap(({ checks }) =>
        checks.map(({ action }) => action),
      );
    expect(actions(null)).not.toContain("kms:GenerateDataKey");
    expect(actions("k")).toContain("kms:GenerateDataKey");
  });

  it("pushes images to the companion stack's repositories, which it makes where they are missing", () => {
    expect(operations({ artifacts: [image] }, "package")).toEqual(
      expect.arrayContaining(["cloudformation:UpdateStack", "ecr:GetAuthorizationToken", "ecr:PutImage"]),
    );
    expect(operations({ artifacts: [image] }, "package")).not.toContain("ecr:CreateRepository");
    const first = operations({ artifacts: [image], settings: without({ companionStackExists: false }) }, "package");
    expect(first).toEqual(
      expect.arrayContaining(["cloudformation:CreateStack", "ecr:CreateRepository", "ecr:SetRepositoryPolicy"]),
    );
  });

  it("pushes to a repository of one's own without a companion stack", () => {
    const uri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/mine";
    const calls = callsOf(
      { artifacts: [{ ...image, location: `${uri}:app-1` }], settings: { imageRepository: { kind: "named", uri } } },
      "package",
    );
    expect(calls.some(({ operation }) => operation === "cloudformation:UpdateStack")).toBe(false);
    expect(calls.find(({ operation }) => operation === "ecr:PutImage")?.checks[0]?.resources).toEqual([
      "arn:aws:ecr:eu-central-1:123456789012:repository/mine",
    ]);
  });
});

describe("the change set", () => {
  const role = { topology: "execution-role", executionRoleArn: "arn:aws:iam::123456789012:role/r" } as const;
  const createCalls = (settings: Partial<DeploySettings>) =>
    callsOf({ settings }, "changeset").filter(({ operation }) => operation === "cloudformation:CreateChangeSet");

  it("is authorised on the stack with its name, and then on the transform", () => {
    const [create, transform] = createCalls({}).map(({ checks: [check] }) => check);
    expect(create?.patterns).toEqual(["arn:aws:cloudformation:eu-central-1:123456789012:stack/shop/*"]);
    expect(create?.context["cloudformation:ChangeSetName"]?.[0]).toMatch(/^samcli-deploy\d{10}$/);
    expect(transform?.patterns).toEqual(["arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31"]);
  });

  it("is authorised on each transform that the template names, and on none where it names none", () => {
    const onTransforms = (...transforms: string[]) =>
      callsOf({ transforms }, "changeset")
        .flatMap(({ checks }) => checks.flatMap(({ patterns }) => patterns))
        .filter((pattern) => pattern.includes("transform/"));
    expect(onTransforms("AWS::LanguageExtensions", "AWS::Serverless-2016-10-31")).toEqual([
      "arn:aws:cloudformation:eu-central-1:aws:transform/LanguageExtensions",
      "arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31",
    ]);
    expect(onTransforms()).toEqual([]);
  });

  it("reads what AWS::Include inserts, after it was authorised, with the key where the artifacts have one", () => {
    const reads = (settings: Partial<DeploySettings>, ...includes: Json[]) =>
      callsOf({ settings, includes }, "changeset")
        .filter(({ via }) => via === "cloudformation")
        .flatMap(({ checks }) => checks.map(({ action, patterns, principal }) => [action, patterns[0], principal]))
        .filter(([action]) => action !== "cloudformation:CreateChangeSet");
    const object = "arn:aws:s3:::artifacts/api.yaml";
    expect(reads({}, "s3://artifacts/api.yaml")).toEqual([["s3:GetObject", object, "ci"]]);
    expect(reads(role, { "Fn::Sub": "s3://artifacts-${AWS::Region}/api.yaml" })).toEqual([
      ["s3:GetObject", "arn:aws:s3:::artifacts-eu-central-1/api.yaml", "execution-role"],
    ]);
    const own = { artifactBucket: { kind: "named", name: "artifacts" }, artifactKmsKeyId: "k" } as const;
    expect(reads(own, "s3://artifacts/api.yaml").map(([action]) => action)).toEqual(["s3:GetObject", "kms:Decrypt"]);
    expect(reads(own, "s3://other/api.yaml").map(([action]) => action)).toEqual(["s3:GetObject"]);
    expect(reads({}, "https://example.com/api.yaml", { "Fn::GetAtt": ["Topic", "TopicName"] })).toEqual([]);
    expect(reads({})).toEqual([]);
  });

  it("has its transform expanded by the service role where CloudFormation has one, else by the caller", () => {
    const principals = (settings: Partial<DeploySettings>) =>
      createCalls(settings).map(({ checks: [check] }) => check?.principal);
    expect(principals(role)).toEqual(["ci", "execution-role"]);
    expect(principals({})).toEqual(["ci", "ci"]);
  });

  it("carries the stack's tags and tests notification topics", () => {
    const topic = "arn:aws:sns:eu-central-1:123456789012:events";
    const create = callsOf({ settings: { stackTags: { a: "b" }, notificationArns: [topic] } }, "changeset").find(
      ({ operation }) => operation === "cloudformation:CreateChangeSet",
    );
    expect(create?.checks[0]?.context).toMatchObject({ "aws:RequestTag/a": ["b"], "aws:TagKeys": ["a"] });
    expect(create?.checks.find(({ action }) => action === "sns:Publish")?.resources).toEqual([topic]);
  });

  it("reads parameters of SSM types", () => {
    const document = {
      Parameters: { Endpoint: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/shared/endpoint" } },
    };
    const actions = (input: JsonObject) =>
      callsOf({ document: input }, "changeset").flatMap(({ checks }) => checks.map(({ action }) => action));
    expect(actions(document)).toContain("ssm:GetParameters");
    expect(actions({})).not.toContain("ssm:GetParameters");
    const read = callsOf({ document, settings: role }, "changeset").find(
      ({ operation }) => operation === "ssm:GetParameters",
    );
    expect(read?.checks[0]?.principal).toBe("execution-role");
  });

  it("is followed by a look for what parameters of AWS's types name, with the service role where there is one", () => {
    const document = { Parameters: { Network: { Type: "AWS::EC2::VPC::Id", Default: "vpc-1" } } };
    const looks = (settings: Partial<DeploySettings>, phase: Phase, given: JsonObject = document) =>
      callsOf({ document: given, settings }, phase)
        .flatMap(({ checks, via }) => checks.map(({ action, principal }) => `${action} ${via} ${principal}`))
        .filter((look) => look.startsWith("ec2:"));
    expect(looks({}, "create")).toEqual(["ec2:DescribeVpcs cloudformation ci"]);
    expect(looks(role, "update")).toEqual(["ec2:DescribeVpcs cloudformation execution-role"]);
    expect(looks({}, "changeset")).toEqual([]);
    expect(looks({}, "create", {})).toEqual([]);
  });

  it("asks the repository for applications", () => {
    const application = {
      Type: "AWS::CloudFormation::Stack",
      Properties: {
        TemplateURL: "https://x",
        Tags: [
          {
            Key: "serverlessrepo:applicationId",
            Value: "arn:aws:serverlessrepo:us-east-1:123456789012:applications/app",
          },
        ],
      },
    };
    const actions = callsOf({ document: { Resources: { App: application } } }, "changeset").flatMap(({ checks }) =>
      checks.map(({ action }) => action),
    );
    expect(actions).toContain("serverlessrepo:CreateCloudFormationTemplate");
  });
});

describe("waiting and removing", () => {
  it("asks for events, which may be refused, and for the stack, which may not", () => {
    expect(callsOf({}, "create").map(({ operation, onDenied }) => [operation, onDenied])).toEqual([
      ["cloudformation:DescribeStackEvents", "ignored"],
      ["cloudformation:DescribeStacks", "fail"],
    ]);
    expect(operations({}, "update")[0]).toBe("cloudformation:GetTemplateSummary");
  });

  it("deletes the stack after what sam delete cleans up", () => {
    const calls = callsOf({ artifacts: [zip] }, "delete");
    expect(calls.find(({ operation }) => operation === "s3:DeleteObject")?.onDenied).toBe("ignored");
    expect(calls.find(({ operation }) => operation === "cloudformation:DeleteStack")?.onDenied).toBe("fail");
  });

  it("lists the prefix where there is one", () => {
    expect(operations({ settings: { artifactPrefix: "shop" } }, "delete")).toContain("s3:ListObjectsV2");
    expect(operations({}, "delete")).not.toContain("s3:ListObjectsV2");
  });
});
