import type { DeploySettings, StackTarget } from "../../stack";
import { passRole, requestTags } from "../common-checks";
import { inventId } from "../invented-id";
import { cliStep, type PlanStep } from "../plan-step";
import type { CallSpec, CheckSpec } from "../resource-rule";
import { readSsmParameter } from "../ssm-parameters";
import { checkTypedParameter } from "../typed-parameters";
import { artifactBucketName, bucketArn, prefixed } from "./artifact-bucket";
import { cloudFormation, s3, serverlessRepository, sns } from "./cli-services";
import type { UnpackagedStack } from "./packaged-stack";
import { stackArn, transformArn } from "./stack-arns";
import { kmsCheck, uploadCalls } from "./upload-calls";

/**
 * From looking for the stack to executing the change set. Source for the order: samcli/lib/deploy/deployer.py.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html
 */
export function changeSetSteps(stack: UnpackagedStack, settings: DeploySettings): readonly PlanStep[] {
  const { target } = stack;
  const arn = stackArn(target);
  const named = { context: { "cloudformation:ChangeSetName": [changeSetName] }, cause: "sam deploy" };
  const key = prefixed(
    settings,
    `${inventId(`${target.stackName}/template`, { alphabet: "hex", length: 32 })}.template`,
  );
  const calls = [
    // A refusal is taken for "no such stack"; the waiting that follows needs the same action and fails on it.
    cloudFormation.call("DescribeStacks", arn, { cause: "sam deploy", onDenied: "ignored" }),
    ...uploadCalls(key, "sam deploy", target, settings),
    cloudFormation.call("CreateChangeSet", arn, {
      ...named,
      context: createContext(key, target, settings),
      also: [...templateChecks(key, target, settings), ...roleChecks(settings), ...inputChecks(stack, settings)],
    }),
  ];
  const afterwards = [
    cloudFormation.call("DescribeChangeSet", arn, named),
    cloudFormation.call("DescribeStackEvents", arn, { cause: "sam deploy" }),
    cloudFormation.call("ExecuteChangeSet", arn, named),
  ];
  const steps = (made: readonly CallSpec[]) => made.map((call) => cliStep("changeset", call));
  return [
    ...steps(calls),
    ...parameterSteps(stack, settings),
    ...transformSteps(stack, settings),
    ...includeSteps(stack, settings),
    ...steps(afterwards),
  ];
}

/** CloudFormation reads parameters of SSM types while it makes the change set, with its service role where it has one. */
function parameterSteps({ ssmParameters, target }: UnpackagedStack, { topology }: DeploySettings): readonly PlanStep[] {
  return ssmParameters.map((parameter) => byCloudFormation(readSsmParameter(parameter, target), topology));
}

/**
 * Once the change set is accepted, CloudFormation expands the transforms that the template names, each checked on its
 * own, with the credentials that it acts with: its service role where it has one, as the role of AWS's own tutorial
 * shows, else the caller's. A refusal is told by the failed change set, not by the call that created it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
 * https://github.com/awsdocs/aws-lambda-developer-guide/blob/1065cda89ab4804d7ded9d68160321c8e49ab0fc/doc_source/build-pipeline.md
 * https://github.com/aws/serverless-application-model/issues/179
 */
function transformSteps({ target, transforms }: UnpackagedStack, { topology }: DeploySettings): readonly PlanStep[] {
  return transforms.map((macro) => {
    const call = cloudFormation.call("CreateChangeSet", transformArn(target, macro), {
      cause: "Transform",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html",
      event: null,
    });
    return byCloudFormation(call, topology);
  });
}

/**
 * What `AWS::Include` inserts is read with the same credentials: whoever may read the file may include it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
function includeSteps({ target, includes }: UnpackagedStack, settings: DeploySettings): readonly PlanStep[] {
  const { artifactKmsKeyId: keyId, topology } = settings;
  return includes.flatMap((location) => {
    const [, bucket, key] = /^s3:\/\/([^/]+)\/([^?]+)/.exec(location) ?? [];
    if (bucket === undefined || key === undefined) return [];
    const isArtifact = bucket === artifactBucketName(settings);
    const call = s3.call("GetObject", `${bucketArn(target, bucket)}/${key}`, {
      cause: "AWS::Include",
      category: "data",
      also: keyId !== null && isArtifact ? [kmsCheck("Decrypt", keyId, target)] : [],
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html",
    });
    return [byCloudFormation(call, topology)];
  });
}

/** What CloudFormation looks for when it begins to work on the stack, before any resource of it. */
export function typedParameterSteps(
  { typedParameters }: UnpackagedStack,
  phase: "create" | "update",
  { topology }: DeploySettings,
): readonly PlanStep[] {
  return typedParameters.map((parameter) => byCloudFormation(checkTypedParameter(parameter), topology, phase));
}

function byCloudFormation(
  call: CallSpec,
  topology: DeploySettings["topology"],
  phase: "changeset" | "create" | "update" = "changeset",
): PlanStep {
  const principal = topology === "execution-role" ? "execution-role" : "ci";
  return { ...cliStep(phase, call), via: "cloudformation", principal };
}

/** What the SAM CLI asks while it waits, and for the outputs at the end. */
export function waitingSteps(target: StackTarget, phase: "create" | "update"): readonly PlanStep[] {
  const arn = stackArn(target);
  const options = { cause: "sam deploy" };
  const wait = [
    // Refused event listings are retried, logged and given up; the stack itself is asked all the same.
    cloudFormation.call("DescribeStackEvents", arn, { ...options, onDenied: "ignored" }),
    cloudFormation.call("DescribeStacks", arn, options),
  ];
  return wait.map((call) => cliStep(phase, call));
}

/** Before an update the SAM CLI asks which parameters the stack has. */
export function beforeUpdateSteps(target: StackTarget): readonly PlanStep[] {
  return [cliStep("update", cloudFormation.call("GetTemplateSummary", stackArn(target), { cause: "sam deploy" }))];
}

/** The name holds the time; policies test it with a wildcard. */
const changeSetName = `samcli-deploy${inventId("change set", { alphabet: "digits", length: 10 })}`;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html#awscloudformation-policy-keys */
function createContext(key: string, target: StackTarget, settings: DeploySettings): CheckSpec["context"] {
  const { executionRoleArn, topology, stackTags } = settings;
  const bucket = artifactBucketName(settings);
  return {
    "cloudformation:ChangeSetName": [changeSetName],
    "cloudformation:TemplateUrl": [`https://s3.${target.region}.amazonaws.com/${bucket}/${key}`],
    ...(topology === "execution-role" && executionRoleArn !== null
      ? { "cloudformation:RoleArn": [executionRoleArn] }
      : {}),
    ...requestTags(stackTags),
  };
}

/** CloudFormation reads the uploaded template on the caller's behalf. */
function templateChecks(key: string, target: StackTarget, settings: DeploySettings): readonly CheckSpec[] {
  const object = `${bucketArn(target, artifactBucketName(settings))}/${key}`;
  const { artifactKmsKeyId } = settings;
  return [
    s3.check("GetObject", object, {
      cause: "sam deploy",
      source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html",
      through: ["cloudformation.amazonaws.com"],
    }),
    ...(artifactKmsKeyId === null ? [] : [kmsCheck("Decrypt", artifactKmsKeyId, target)]),
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html */
function roleChecks({ topology, executionRoleArn }: DeploySettings): readonly CheckSpec[] {
  if (topology === "caller" || executionRoleArn === null) return [];
  return [passRole(executionRoleArn, "cloudformation.amazonaws.com", "--role-arn")];
}

/** What CloudFormation reads or tests while it makes the change set. */
function inputChecks({ applications, target }: UnpackagedStack, settings: DeploySettings): readonly CheckSpec[] {
  const { partition, region, account } = target;
  const through = ["cloudformation.amazonaws.com"];
  const topics = settings.notificationArns.map((topic) =>
    sns.check("Publish", topic, {
      cause: "--notification-arns",
      source: "https://github.com/awslabs/aws-service-catalog-puppet/issues/19",
      through,
    }),
  );
  const templates = applications.flatMap((application) => {
    const arn = application.startsWith("arn:")
      ? application
      : `arn:${partition}:serverlessrepo:${region}:${account}:applications/${application}`;
    const options = { cause: "Location.ApplicationId", through };
    return ["CreateCloudFormationTemplate", "GetCloudFormationTemplate"].map((name) =>
      serverlessRepository.check(name, arn, options),
    );
  });
  return [...topics, ...templates];
}
