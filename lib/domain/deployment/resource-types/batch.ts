import { awsService } from "../aws-service";
import { markInvented } from "../invented-id";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { passedRoles, profileRoles, rolesAnywhere } from "./passed-roles";
import { anything, plainRule } from "./plain-rule";
import { serviceLinkedRole } from "./service-linked-role";

const batch = awsService({
  prefix: "batch",
  documentation: (operation) => `https://docs.aws.amazon.com/batch/latest/APIReference/API_${operation}.html`,
});

/** `<LogicalId>-<suffix>`, without the stack's name. */
const generated = { form: "logical-id", suffix: { alphabet: "lower", length: 16 }, maxLength: 128 } as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-computeenvironment.html */
const computeEnvironment: ResourceRule = {
  ...plainRule({
    type: "AWS::Batch::ComputeEnvironment",
    service: batch,
    name: { property: "ComputeEnvironmentName", ...generated },
    identify: (r) => byArn(r, "compute-environment", "ComputeEnvironmentArn"),
    create: "CreateComputeEnvironment",
    reads: ["DescribeComputeEnvironments"],
    update: "UpdateComputeEnvironment",
    delete: "DeleteComputeEnvironment",
    on: { DescribeComputeEnvironments: anything },
    checks: environmentRoles,
    checksOnce: linkedRole,
  }),
  // It is disabled first, since Batch deletes no enabled one.
  delete: (r) => [
    batch.call("UpdateComputeEnvironment", r.arnOfSelf),
    batch.call("DeleteComputeEnvironment", r.arnOfSelf),
    batch.call("DescribeComputeEnvironments", "*"),
  ],
};

function byArn(r: ResourceView, kind: string, attribute: string) {
  const arn = r.arn("batch", `${kind}/${r.name}`);
  return { physicalId: arn, arn, attributes: { [attribute]: arn } };
}

function environmentRoles(r: ResourceView): readonly CheckSpec[] {
  return [
    ...passedRoles(r, "batch.amazonaws.com", "ServiceRole"),
    ...profileRoles(r, "ComputeResources.InstanceRole"),
    ...passedRoles(r, "spotfleet.amazonaws.com", "ComputeResources.SpotIamFleetRole"),
  ];
}

/** Batch uses its own role where none is given; https://docs.aws.amazon.com/batch/latest/userguide/using-service-linked-roles.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  if (r.has("ServiceRole")) return [];
  return serviceLinkedRole(r, {
    service: "batch.amazonaws.com",
    role: "AWSServiceRoleForBatch",
    through: "batch.amazonaws.com",
    source: "https://docs.aws.amazon.com/batch/latest/userguide/using-service-linked-roles.html",
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobqueue.html */
const jobQueue: ResourceRule = {
  ...plainRule({
    type: "AWS::Batch::JobQueue",
    service: batch,
    name: { property: "JobQueueName", ...generated },
    identify: (r) => byArn(r, "job-queue", "JobQueueArn"),
    create: "CreateJobQueue",
    reads: ["DescribeJobQueues"],
    update: "UpdateJobQueue",
    delete: "DeleteJobQueue",
    on: { CreateJobQueue: queueAndEnvironments, UpdateJobQueue: queueAndEnvironments, DescribeJobQueues: anything },
  }),
  delete: (r) => [
    batch.call("UpdateJobQueue", r.arnOfSelf),
    batch.call("DeleteJobQueue", r.arnOfSelf),
    batch.call("DescribeJobQueues", "*"),
  ],
};

function queueAndEnvironments(r: ResourceView): readonly string[] {
  const environments = r
    .list("ComputeEnvironmentOrder")
    .flatMap((_, index) => r.text(`ComputeEnvironmentOrder.${index}.ComputeEnvironment`) ?? []);
  const arns = environments.map((given) =>
    given.startsWith("arn:") ? given : r.arn("batch", `compute-environment/${given}`),
  );
  return [r.arnOfSelf, ...arns, ...r.texts("SchedulingPolicyArn")];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-batch-jobdefinition.html */
const jobDefinition = plainRule({
  type: "AWS::Batch::JobDefinition",
  service: batch,
  name: { property: "JobDefinitionName", ...generated },
  identify: (r) => {
    const arn = r.arn("batch", `job-definition/${r.name}:${markInvented("1")}`);
    return { physicalId: arn, arn, attributes: { JobDefinitionArn: arn } };
  },
  create: "RegisterJobDefinition",
  reads: ["DescribeJobDefinitions"],
  // A change registers the next revision and takes the one before away.
  change: (r) => [
    batch.call("RegisterJobDefinition", r.arn("batch", `job-definition/${r.name}`), {
      cause: "Properties",
      also: jobRoles(r),
    }),
    ...when(
      r.text("ResourceRetentionPolicy.SkipDeregisterOnUpdate") !== "true",
      batch.call("DeregisterJobDefinition", r.arnOfSelf, { cause: "Properties" }),
    ),
    batch.call("DescribeJobDefinitions", "*", { cause: "Properties" }),
  ],
  delete: "DeregisterJobDefinition",
  on: { RegisterJobDefinition: (r) => r.arn("batch", `job-definition/${r.name}`), DescribeJobDefinitions: anything },
  checksOnce: jobRoles,
});

function jobRoles(r: ResourceView): readonly CheckSpec[] {
  return rolesAnywhere(r, "ecs-tasks.amazonaws.com", { keys: /^(JobRoleArn|ExecutionRoleArn|TaskRoleArn)$/ });
}

export const batchRules: readonly ResourceRule[] = [computeEnvironment, jobQueue, jobDefinition];
