import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../json";
import { type DeploySettings, defaultDeploySettings } from "../../../stack";
import { probeActions, probeChecks, probePlan } from "../rule-probe";

const role = "arn:aws:iam::123456789012:role/given";
const plain: JsonObject = { Role: role, Code: { ZipFile: "x" }, Runtime: "nodejs22.x" };
const fn = (properties: JsonObject = {}) => ({
  Sell: { Type: "AWS::Lambda::Function", Properties: { ...plain, ...properties } },
});
const created = (properties: JsonObject, settings: Partial<DeploySettings> = {}) =>
  probeActions(fn(properties), "create", { settings });
const updated = (properties: JsonObject, before: JsonObject = {}) =>
  probeActions(fn(properties), "update", { before: fn(before) });

describe("AWS::Lambda::Function", () => {
  it("needs no more than creation, the role and reading back when it is plain", () => {
    expect(created({})).toEqual(["lambda:CreateFunction", "iam:PassRole", "lambda:GetFunction"]);
  });

  it("passes its role to Lambda", () => {
    const pass = probeChecks(fn(), "create").find(({ action }) => action === "iam:PassRole");
    expect(pass).toMatchObject({ resources: [role], context: { "iam:PassedToService": ["lambda.amazonaws.com"] } });
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ["Tags", { Tags: [{ Key: "a", Value: "b" }] }, ["lambda:TagResource"]],
    ["ReservedConcurrentExecutions", { ReservedConcurrentExecutions: 5 }, ["lambda:PutFunctionConcurrency"]],
    ["RecursiveLoop", { RecursiveLoop: "Allow" }, ["lambda:PutFunctionRecursionConfig"]],
    [
      "RuntimeManagementConfig",
      { RuntimeManagementConfig: { UpdateRuntimeOn: "Auto" } },
      ["lambda:PutRuntimeManagementConfig"],
    ],
    ["Layers", { Layers: ["arn:aws:lambda:eu-central-1:123456789012:layer:l:1"] }, ["lambda:GetLayerVersion"]],
    ["VpcConfig", { VpcConfig: { SubnetIds: ["subnet-1"] } }, ["ec2:DescribeSubnets", "ec2:DescribeVpcs"]],
    ["KmsKeyArn", { KmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/k" }, ["kms:CreateGrant", "kms:Encrypt"]],
    [
      "CapacityProviderConfig",
      {
        CapacityProviderConfig: {
          LambdaManagedInstancesCapacityProviderConfig: {
            CapacityProviderArn: "arn:aws:lambda:eu-central-1:123456789012:capacity-provider:p",
          },
        },
      },
      ["lambda:PassCapacityProvider"],
    ],
    ["Code.S3Key", { Code: { S3Bucket: "b", S3Key: "k" } }, ["s3:GetObject"]],
    ["Code.S3ObjectVersion", { Code: { S3Bucket: "b", S3Key: "k", S3ObjectVersion: "1" } }, ["s3:GetObjectVersion"]],
    [
      "FileSystemConfigs",
      {
        FileSystemConfigs: [
          { Arn: "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-1", LocalMountPath: "/mnt/a" },
        ],
      },
      ["elasticfilesystem:DescribeMountTargets"],
    ],
    [
      "Code.ImageUri of a repository of one's own",
      { Code: { ImageUri: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1" } },
      ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"],
    ],
  ])("with %s makes the calls that it causes, without it not", (_name, properties, actions) => {
    expect(created(properties)).toEqual(expect.arrayContaining([...actions]));
    expect(created({}).filter((action) => actions.includes(action))).toEqual([]);
  });

  it("leaves the policy alone of a repository of another account, or of the SAM CLI's companion stack", () => {
    const other = { Code: { ImageUri: "999999999999.dkr.ecr.eu-central-1.amazonaws.com/app:1" } };
    const companion = {
      Code: { ImageUri: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop11111111/sell22222222repo:1" },
    };
    expect([...created(other), ...created(companion)].filter((action) => action.startsWith("ecr:"))).toEqual([]);
  });

  it("leaves the policy alone of a repository that admits Lambda already", () => {
    const own = { Code: { ImageUri: "123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1" } };
    const account = { ...defaultDeploySettings.account, repositoriesAdmitLambda: true };
    expect(created(own, { account }).filter((action) => action.startsWith("ecr:"))).toEqual([]);
  });

  it("says which way repositories are taken, where there is an image", () => {
    const said = (properties: JsonObject) => probePlan(fn(properties)).assumptions.map(({ code }) => code);
    expect(said({ Code: { ImageUri: "999999999999.dkr.ecr.eu-central-1.amazonaws.com/app:1" } })).toContain(
      "repositories-admit-lambda",
    );
    expect(said({})).not.toContain("repositories-admit-lambda");
  });

  it("updates code and configuration with calls of their own", () => {
    expect(updated({ Code: { ZipFile: "y" } })).toEqual(["lambda:UpdateFunctionCode", "lambda:GetFunction"]);
    expect(updated({ Timeout: 30 })).toEqual([
      "lambda:UpdateFunctionConfiguration",
      "iam:PassRole",
      "lambda:GetFunction",
    ]);
    expect(updated({}, {})).toEqual([]);
  });

  it("takes away what the template no longer gives", () => {
    expect(updated({}, { ReservedConcurrentExecutions: 5 })).toEqual(["lambda:DeleteFunctionConcurrency"]);
    expect(updated({}, { Tags: [{ Key: "a", Value: "b" }] })).toEqual(["lambda:UntagResource"]);
  });

  it("waits for its network interfaces when it is deleted", () => {
    expect(probeActions(fn(), "delete")).toEqual(["lambda:DeleteFunction"]);
    expect(probeActions(fn({ VpcConfig: { SubnetIds: ["s"] } }), "delete")).toContain("ec2:DescribeNetworkInterfaces");
  });

  it("is replaced under another name", () => {
    expect(probeActions(fn({ FunctionName: "b" }), "replace", { before: fn({ FunctionName: "a" }) })).toEqual([
      "lambda:CreateFunction",
      "iam:PassRole",
      "lambda:GetFunction",
      "lambda:DeleteFunction",
    ]);
  });
});

const alias = (properties: JsonObject, updatePolicy: JsonObject = {}) => ({
  Live: {
    Type: "AWS::Lambda::Alias",
    Properties: { FunctionName: "sell", Name: "live", FunctionVersion: "1", ...properties },
    ...updatePolicy,
  },
});

describe("AWS::Lambda::Alias", () => {
  it("sets provisioned concurrency on the alias only if asked", () => {
    expect(probeActions(alias({}), "create")).toEqual(["lambda:CreateAlias"]);
    const provisioned = probeChecks(
      alias({ ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } }),
      "create",
    );
    expect(provisioned.find(({ action }) => action === "lambda:PutProvisionedConcurrencyConfig")?.resources).toEqual([
      "arn:aws:lambda:eu-central-1:123456789012:function:sell:live",
    ]);
  });

  it("moves by itself, or by CodeDeploy where the update policy says so", () => {
    const next = { FunctionVersion: "2" };
    expect(probeActions(alias(next), "update", { before: alias({}) })).toEqual(["lambda:UpdateAlias"]);
    const gradual = {
      UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: "app", DeploymentGroupName: "group" } },
    };
    const actions = probeActions(alias(next, gradual), "update", { before: alias({}, gradual) });
    expect(actions).toContain("codedeploy:CreateDeployment");
    expect(actions).not.toContain("lambda:UpdateAlias");
  });
});

describe("AWS::Lambda::Version", () => {
  it("looks for versions, publishes one and waits for it", () => {
    const version = { One: { Type: "AWS::Lambda::Version", Properties: { FunctionName: "sell" } } };
    expect(probeActions(version, "create")).toEqual([
      "lambda:ListVersionsByFunction",
      "lambda:PublishVersion",
      "lambda:GetFunctionConfiguration",
    ]);
    expect(probeChecks(version, "delete")[0]?.patterns).toEqual([
      "arn:aws:lambda:eu-central-1:123456789012:function:sell:*",
    ]);
  });
});

describe("AWS::Lambda::Permission", () => {
  const permission = (properties: JsonObject) => ({
    May: {
      Type: "AWS::Lambda::Permission",
      Properties: { FunctionName: "sell", Principal: "s3.amazonaws.com", ...properties },
    },
  });

  it("shows principal and URL authorisation to policies", () => {
    expect(probeChecks(permission({}), "create")[0]?.context).toMatchObject({
      "lambda:Principal": ["s3.amazonaws.com"],
    });
    expect(probeChecks(permission({}), "create")[0]?.context).not.toHaveProperty("lambda:FunctionUrlAuthType");
    expect(probeChecks(permission({ FunctionUrlAuthType: "NONE" }), "create")[0]?.context).toMatchObject({
      "lambda:FunctionUrlAuthType": ["NONE"],
    });
  });
});

describe("AWS::Lambda::EventSourceMapping", () => {
  const mapping = (properties: JsonObject = {}) => ({
    Feed: { Type: "AWS::Lambda::EventSourceMapping", Properties: { FunctionName: "sell", ...properties } },
  });

  it("is created on everything with the function as context, and waited for", () => {
    const [create, read] = probeChecks(mapping(), "create");
    expect(create).toMatchObject({
      action: "lambda:CreateEventSourceMapping",
      resources: ["*"],
      context: { "lambda:FunctionArn": ["arn:aws:lambda:eu-central-1:123456789012:function:sell"] },
    });
    expect(read?.patterns).toEqual(["arn:aws:lambda:eu-central-1:123456789012:event-source-mapping:*"]);
  });

  it("is tagged only with tags, and updated in place", () => {
    expect(probeActions(mapping(), "create")).not.toContain("lambda:TagResource");
    expect(probeActions(mapping({ Tags: [{ Key: "a", Value: "b" }] }), "create")).toContain("lambda:TagResource");
    expect(probeActions(mapping({ BatchSize: 5 }), "update", { before: mapping() })).toEqual([
      "lambda:UpdateEventSourceMapping",
      "lambda:GetEventSourceMapping",
    ]);
  });
});

describe("AWS::Lambda::LayerVersion", () => {
  it("publishes under its logical id and reads its content", () => {
    const layer = {
      Shared: { Type: "AWS::Lambda::LayerVersion", Properties: { Content: { S3Bucket: "b", S3Key: "k" } } },
    };
    const [publish, read] = probeChecks(layer, "create");
    expect(publish?.resources).toEqual(["arn:aws:lambda:eu-central-1:123456789012:layer:Shared"]);
    expect(read).toMatchObject({ action: "s3:GetObject", resources: ["arn:aws:s3:::b/k"] });
  });
});

describe("AWS::Lambda::Url", () => {
  it("shows its authorisation type", () => {
    const url = {
      Door: {
        Type: "AWS::Lambda::Url",
        Properties: { TargetFunctionArn: "sell", AuthType: "NONE", Qualifier: "live" },
      },
    };
    expect(probeChecks(url, "create")[0]).toMatchObject({
      resources: ["arn:aws:lambda:eu-central-1:123456789012:function:sell:live"],
      context: { "lambda:FunctionUrlAuthType": ["NONE"] },
    });
  });
});

describe("AWS::Lambda::CapacityProvider", () => {
  const provider = (properties: JsonObject = {}) => ({
    Pool: { Type: "AWS::Lambda::CapacityProvider", Properties: properties },
  });

  it("passes its operator's role only if it names one", () => {
    expect(probeActions(provider(), "create")).toEqual(["lambda:CreateCapacityProvider", "lambda:GetCapacityProvider"]);
    const named = provider({ PermissionsConfig: { CapacityProviderOperatorRoleArn: role } });
    expect(probeActions(named, "create")).toContain("iam:PassRole");
  });
});
