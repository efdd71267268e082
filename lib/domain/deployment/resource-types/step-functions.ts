import { awsService } from "../aws-service";
import { kmsThrough, passRole, roleArnIn, tagContext } from "../common-checks";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges, tagOnCreate } from "../tag-calls";
import { cloudWatch } from "./cloudwatch";

const states = awsService({
  prefix: "states",
  documentation: (operation) => `https://docs.aws.amazon.com/step-functions/latest/apireference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
const stateMachine: ResourceRule = {
  type: "AWS::StepFunctions::StateMachine",
  name: { property: "StateMachineName", maxLength: 80, form: "logical-id" },
  identify: (r) => {
    const arn = r.arn("states", `stateMachine:${r.name}`);
    const revision = r.invent("revision", { alphabet: "uuid" });
    return { physicalId: arn, arn, attributes: { Arn: arn, Name: r.name, StateMachineRevisionId: revision } };
  },
  create: (r) => [
    states.call("CreateStateMachine", r.arnOfSelf, {
      context: tagContext(r),
      also: [...machineChecks(r), ...tagOnCreate(states, r)],
    }),
    states.call("DescribeStateMachine", r.arnOfSelf),
  ],
  // The machine is written again though nothing but its tags has changed.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions, statemachine/UpdateHandler.java
  update: (r) => [
    states.call("UpdateStateMachine", r.arnOfSelf, { cause: "Properties", also: machineChecks(r) }),
    ...tagChanges(states, r),
  ],
  delete: (r) => [
    states.call("DeleteStateMachine", r.arnOfSelf),
    // Deleting takes until running executions have ended.
    states.call("DescribeStateMachine", r.arnOfSelf),
  ],
};

/** What the machine's role may do, its logging included, is the role's own affair. */
function machineChecks(r: ResourceView): readonly CheckSpec[] {
  const [bucket, key] = [r.text("DefinitionS3Location.Bucket"), r.text("DefinitionS3Location.Key")];
  const path = "EncryptionConfiguration.KmsKeyId";
  const source = "https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html";
  return [
    passRole(roleArnIn(r, "RoleArn"), "states.amazonaws.com", "RoleArn"),
    ...(bucket === undefined || key === undefined ? [] : [definitionCheck(r, bucket, key)]),
    ...when(
      r.has(path),
      ...["DescribeKey", "GenerateDataKey"].map((name) => kmsThrough(r, name, { path, service: "states", source })),
    ),
  ];
}

/** CloudFormation reads the definition itself, and puts it into the call. */
function definitionCheck(r: ResourceView, bucket: string, key: string): CheckSpec {
  return {
    action: r.has("DefinitionS3Location.Version") ? "s3:GetObjectVersion" : "s3:GetObject",
    resources: [`arn:${r.target.partition}:s3:::${bucket}/${key}`],
    context: {},
    cause: "DefinitionS3Location",
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html",
    through: [],
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-activity.html */
const activity: ResourceRule = {
  type: "AWS::StepFunctions::Activity",
  name: { property: "Name", maxLength: 80 },
  identify: (r) => {
    const arn = r.arn("states", `activity:${r.name}`);
    return { physicalId: arn, arn, attributes: { Arn: arn, Name: r.name } };
  },
  create: (r) => [states.call("CreateActivity", r.arnOfSelf, { context: tagContext(r), also: tagOnCreate(states, r) })],
  update: (r) => tagChanges(states, r),
  delete: (r) => [states.call("DeleteActivity", r.arnOfSelf)],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachineversion.html */
const machineVersion: ResourceRule = {
  type: "AWS::StepFunctions::StateMachineVersion",
  identify: (r) => {
    const arn = `${machineOf(r)}:${r.invent("version", { alphabet: "digits", length: 4 })}`;
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  // A revision has one version at most, so the latest one is looked for, and what it holds compared with the machine.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions, statemachineversion/CreateHandler.java
  create: (r) => [
    states.call("ListStateMachineVersions", machineOf(r)),
    states.call("DescribeStateMachine", machineOf(r)),
    states.call("PublishStateMachineVersion", machineOf(r)),
  ],
  delete: (r) => [
    states.call("DescribeStateMachine", machineOf(r)),
    states.call("DeleteStateMachineVersion", machineOf(r)),
  ],
};

function machineOf(r: ResourceView): string {
  return (
    r.text("StateMachineArn") ??
    r.arn("states", `stateMachine:${r.invent("machine", { alphabet: "lower", length: 12 })}`)
  );
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachinealias.html */
const machineAlias: ResourceRule = {
  type: "AWS::StepFunctions::StateMachineAlias",
  name: { property: "Name", maxLength: 80, form: "logical-id" },
  identify: (r) => {
    const arn = `${aliasedMachine(r)}:${r.name}`;
    return { physicalId: arn, arn, attributes: { Arn: arn } };
  },
  // It is looked for before it is made or deleted.
  // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions, statemachinealias/CreateHandler.java
  create: (r) => [
    states.call("DescribeStateMachineAlias", aliasedMachine(r)),
    states.call("CreateStateMachineAlias", aliasedMachine(r)),
  ],
  update: (r) => (shiftsGradually(r) ? shiftTraffic(r) : [updateAlias(r)]),
  delete: (r) => [
    states.call("DescribeStateMachineAlias", aliasedMachine(r)),
    states.call("DeleteStateMachineAlias", aliasedMachine(r)),
  ],
};

function shiftsGradually(r: ResourceUpdate): boolean {
  const isGradual = ["LINEAR", "CANARY"].includes(r.text("DeploymentPreference.Type") ?? "");
  return isGradual && r.changed("DeploymentPreference.StateMachineVersionArn");
}

/**
 * With a look at the alarms before each step, and at the alias between two of them. All at once is a single step.
 * https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-stepfunctions, statemachinealias/UpdateHandler.java
 */
function shiftTraffic(r: ResourceUpdate): readonly CallSpec[] {
  const alarms = r.texts("DeploymentPreference.Alarms").map((name) => r.arn("cloudwatch", `alarm:${name}`));
  return [
    ...when(alarms.length > 0, cloudWatch.call("DescribeAlarms", alarms, { cause: "DeploymentPreference.Alarms" })),
    updateAlias(r),
    states.call("DescribeStateMachineAlias", aliasedMachine(r), { cause: "DeploymentPreference.Type" }),
  ];
}

function updateAlias(r: ResourceUpdate): CallSpec {
  return states.call("UpdateStateMachineAlias", aliasedMachine(r), { cause: "Properties" });
}

/** An alias is checked on its machine; routes and preferences name versions, `<machine>:<number>`. */
function aliasedMachine(r: ResourceView): string {
  const version =
    r.text("DeploymentPreference.StateMachineVersionArn") ?? r.text("RoutingConfiguration.0.StateMachineVersionArn");
  const machine = version?.split(":").slice(0, 7).join(":");
  return machine ?? r.arn("states", `stateMachine:${r.invent("machine", { alphabet: "lower", length: 12 })}`);
}

export const stepFunctionsRules: readonly ResourceRule[] = [stateMachine, activity, machineVersion, machineAlias];
