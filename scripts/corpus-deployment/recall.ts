import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Phase } from "../../lib/domain/deployment/api-call";
import type { DeployableStack } from "../../lib/domain/deployment/deployment-plan";
import { type DeploymentData, deriveCalls } from "../../lib/domain/deployment/derive-calls";
import { prepareStack } from "../../lib/domain/deployment/prepare-stack";
import type { JsonObject } from "../../lib/domain/json";
import type { Artifact } from "../../lib/domain/sam/expanded-template";
import { type DeploySettings, defaultDeploySettings } from "../../lib/domain/stack";
import { richResources } from "./rich-resources";

const refusal = z.object({
  action: z.string(),
  cfn_resource_type: z.string(),
  operation: z.enum(["package", "changeset", "create", "update", "delete"]),
  condition: z.string().nullable(),
});
type Refusal = z.infer<typeof refusal>;

export interface Recall {
  readonly found: number;
  readonly expressible: number;
  /** Refusals that are found in no plan, with the reason. */
  readonly missed: readonly string[];
  /** Refusals that no template of `sam deploy` can cause, with the reason. */
  readonly inexpressible: readonly string[];
}

/** How many real refusals the derived requests of a template with that resource contain; null where the file is missing. */
export function measureRecall(file: string, data: DeploymentData): Recall | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const refusals = lines.map((line) => refusal.parse(JSON.parse(line)));
  const missed: string[] = [];
  const inexpressible: string[] = [];
  for (const real of refusals) {
    const reason = reasonAgainst(real);
    const label = `${real.action} (${real.cfn_resource_type}, ${real.operation}${real.condition === null ? "" : `: ${real.condition}`})`;
    if (reason !== null) inexpressible.push(`${label}: ${reason}`);
    else if (!isDerived(real, data)) missed.push(label);
  }
  const expressible = refusals.length - inexpressible.length;
  return { found: expressible - missed.length, expressible, missed, inexpressible };
}

/** Calls of other tools, of custom resources' handlers and of services other than a deployment's own. */
function reasonAgainst({ action, cfn_resource_type: type, condition }: Refusal): string | null {
  const listed = otherReasons.find(([pattern]) => pattern.test(`${action} ${type} ${condition ?? ""}`));
  if (listed) return listed[1];
  const isOtherTool = /^cli:(?!sam|package|aws cloudformation deploy)/.test(type);
  return isOtherTool && !samActions.includes(action)
    ? "another tool's own call, which the SAM CLI does not make"
    : null;
}

const otherReasons: readonly (readonly [RegExp, string])[] = [
  [/dynamodb:DescribeLimits/, "made by the handler of a custom resource, with its own role"],
  [/sts:AssumeRole/, "made before the deployment, to become the deploying role"],
  [/cloudformation:RollbackStack/, "made by a tool that calls the rollback API"],
  [/cloudformation:CreateStack AWS::CloudFormation::StackSet/, "an operation of the stack set's execution role"],
  [/cloudformation:(CreateStack|UpdateStack) cli:/, "the SAM CLI deploys with change sets"],
];

/** What the SAM CLI calls too, so that refusals that other tools met count. */
const samActions = [
  "cloudformation:CreateChangeSet",
  "cloudformation:DeleteStack",
  "cloudformation:DescribeChangeSet",
  "cloudformation:DescribeStackEvents",
  "cloudformation:DescribeStacks",
  "cloudformation:ExecuteChangeSet",
  "cloudformation:GetTemplate",
  "cloudformation:GetTemplateSummary",
  "ecr:PutImage",
  "iam:PassRole",
];

function isDerived(real: Refusal, data: DeploymentData): boolean {
  const wanted = phasesOf(real);
  return settingsToTry.some((settings) => {
    const { before, after } = templateFor(real);
    const plan = deriveCalls(before, after, settings, data).value;
    return plan.calls.some(
      (call) => wanted.includes(call.phase) && call.checks.some(({ action }) => action === real.action),
    );
  });
}

function phasesOf({ operation, cfn_resource_type: type }: Refusal): readonly Phase[] {
  if (type.startsWith("cli:") || operation === "changeset" || operation === "package") {
    return ["package", "changeset", "create", "update", "delete", "rollback"];
  }
  if (operation === "create") return ["package", "create", "rollback"];
  return operation === "update" ? ["update", "replace", "rollback"] : ["delete", "replace", "update"];
}

const settingsToTry: readonly DeploySettings[] = (["caller", "execution-role"] as const).map((topology) => ({
  ...defaultDeploySettings,
  topology,
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
  stackTags: { stage: "test" },
  account: {
    managedBucketExists: true,
    companionStackExists: false,
    serviceLinkedRolesExist: false,
    apiGatewayCloudWatchRoleExists: false,
    repositoriesAdmitLambda: false,
  },
}));

function templateFor({ cfn_resource_type: type, condition }: Refusal): {
  before: DeployableStack | null;
  after: DeployableStack;
} {
  const rich = richResources[type];
  if (rich) {
    const resources = (properties: JsonObject): JsonObject => ({ Tried: { Type: type, Properties: properties } });
    const changed = rich.changed ?? { ...rich.properties, Description: "changed" };
    return { before: stackOf(resources(rich.properties)), after: stackOf(resources(changed)) };
  }
  if (type.startsWith("dynamic-reference:")) {
    return {
      before: null,
      after: stackOf({
        Tried: {
          Type: "AWS::SNS::Topic",
          Properties: { DisplayName: "{{resolve:secretsmanager:shop:SecretString:name}}" },
        },
      }),
    };
  }
  const nested = condition?.includes("ApplicationId") ? repositoryApplication : {};
  const image = { ImageUri: imageArtifact.location };
  const role = { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: {} } };
  const fn = {
    Type: "AWS::Lambda::Function",
    Properties: { PackageType: "Image", Role: { "Fn::GetAtt": ["Role", "Arn"] }, Code: image },
  };
  return { before: null, after: stackOf({ Role: role, Function: fn, ...nested }, [imageArtifact]) };
}

const repositoryApplication: JsonObject = {
  App: {
    Type: "AWS::CloudFormation::Stack",
    Properties: {
      TemplateURL: "https://awsserverlessrepo-changesets-1.s3.amazonaws.com/x",
      Tags: [
        {
          Key: "serverlessrepo:applicationId",
          Value: "arn:aws:serverlessrepo:us-east-1:123456789012:applications/app",
        },
      ],
    },
  },
};

const imageArtifact: Artifact = {
  kind: "image",
  logicalId: "Function",
  resourceType: "AWS::Serverless::Function",
  property: "ImageUri",
  localPath: "app:latest",
  location: "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop11111111/function22222222repo:app-latest",
};

function stackOf(resources: JsonObject, artifacts: readonly Artifact[] = []): DeployableStack {
  const target = {
    stackName: "shop",
    region: "us-east-1",
    account: "123456789012",
    partition: "aws",
    parameters: {},
  } as const;
  return prepareStack({ document: { Resources: resources }, artifacts, origins: {}, nested: {} }, target).value;
}
