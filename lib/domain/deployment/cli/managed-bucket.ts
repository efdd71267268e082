import type { JsonObject } from "../../json";
import type { DeploySettings, StackTarget } from "../../stack";
import { requestTags } from "../common-checks";
import { readDeployed } from "../deployed-units";
import { startKeepingRemovals } from "../kept-removals";
import { cliStep, type PlanStep } from "../plan-step";
import { prepareStack } from "../prepare-stack";
import { creationSteps } from "../resource-steps";
import { nameResources, type StateContext } from "../stack-state";
import { managedStackName } from "./artifact-bucket";
import { cloudFormation } from "./cli-services";
import { stackArn, transformArn } from "./stack-arns";

/**
 * `--resolve-s3`: the SAM CLI looks for its own stack and makes it if it does not find it, always with the caller's
 * permissions. Source: the SAM CLI's bootstrap (samcli/lib/bootstrap, samcli/lib/utils/managed_cloudformation_stack.py).
 */
export function managedBucketSteps(
  target: StackTarget,
  settings: DeploySettings,
  context: StateContext,
): readonly PlanStep[] {
  const exists = settings.account.managedBucketExists;
  const arn = stackArn(target, managedStackName);
  const options = { cause: "--resolve-s3", source };
  const named = { ...options, context: { "cloudformation:ChangeSetName": ["InitialCreation"] } };
  // Any error is read as "no stack", so a refusal shows up in the next call only, which cannot succeed where there is one.
  const find = cloudFormation.call("DescribeStacks", arn, {
    ...options,
    ...(exists ? { shownAs: cloudFormation.check("CreateChangeSet", arn, named) } : { onDenied: "ignored" }),
  });
  if (exists) return [cliStep("package", find)];
  const create = cloudFormation.call("CreateChangeSet", arn, {
    ...named,
    context: { ...named.context, ...requestTags(managedTags) },
    also: [cloudFormation.check("CreateChangeSet", transformArn(target, "AWS::Serverless-2016-10-31"), named)],
  });
  return [
    ...[
      find,
      create,
      cloudFormation.call("DescribeChangeSet", arn, named),
      cloudFormation.call("ExecuteChangeSet", arn, named),
    ].map((call) => cliStep("package", call)),
    ...ownStackSteps(managedStackName, managedResources(target), managedTags, target, settings, context),
    cliStep("package", cloudFormation.call("DescribeStacks", arn, options)),
  ];
}

/** The resources of a stack that the SAM CLI makes for itself: in the package phase, with the caller's permissions. */
export function ownStackSteps(
  stackName: string,
  resources: JsonObject,
  stackTags: Readonly<Record<string, string>>,
  target: StackTarget,
  settings: DeploySettings,
  context: StateContext,
): readonly PlanStep[] {
  const ownTarget = { ...target, stackName, parameters: {} };
  const expanded = { document: { Resources: resources }, artifacts: [], origins: {}, nested: {} };
  const ownSettings: DeploySettings = { ...settings, stackTags, topology: "caller" };
  const state = nameResources(prepareStack(expanded, ownTarget).value, null, { ...context, settings: ownSettings });
  // They are no resources of the application's stack.
  const making = { settings: ownSettings, removals: startKeepingRemovals(ownSettings) };
  return creationSteps(readDeployed(state), making).map((step) => ({
    ...step,
    phase: "package",
    logicalId: null,
  }));
}

const managedTags = { ManagedStackSource: "AwsSamCli" };

function managedResources({ partition, account }: StackTarget): JsonObject {
  const objects = { "Fn::Sub": `arn:${partition}:s3:::\${SamCliSourceBucket}/*` };
  return {
    SamCliSourceBucket: {
      Type: "AWS::S3::Bucket",
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicPolicy: true,
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } }],
        },
        VersioningConfiguration: { Status: "Enabled" },
        Tags: [{ Key: "ManagedStackSource", Value: "AwsSamCli" }],
      },
    },
    SamCliSourceBucketBucketPolicy: {
      Type: "AWS::S3::BucketPolicy",
      Properties: {
        Bucket: { Ref: "SamCliSourceBucket" },
        PolicyDocument: {
          Statement: [
            {
              Action: ["s3:GetObject"],
              Effect: "Allow",
              Resource: objects,
              Principal: { Service: "serverlessrepo.amazonaws.com" },
              Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
          ],
        },
      },
    },
  };
}

const source =
  "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-deploy.html";
