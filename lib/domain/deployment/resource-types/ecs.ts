import { awsService } from "../aws-service";
import { requestTags } from "../common-checks";
import { markInvented } from "../invented-id";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { passedRoles } from "./passed-roles";
import { serviceLinkedRole } from "./service-linked-role";

export const ecs = awsService({
  prefix: "ecs",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html */
export function tagsOnCreate(r: ResourceView, operation: string): readonly CheckSpec[] {
  const context = { ...requestTags(r.tags), "ecs:CreateAction": [operation] };
  return when(r.tagged, ecs.check("TagResource", r.arnOfSelf, { cause: "Tags", context }));
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html */
const cluster: ResourceRule = {
  type: "AWS::ECS::Cluster",
  name: { property: "ClusterName", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("ecs", `cluster/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: (r) => [
    ecs.call("CreateCluster", r.arnOfSelf, {
      context: requestTags(r.tags),
      also: [...tagsOnCreate(r, "CreateCluster"), ...linkedRole(r)],
    }),
    // A cluster is ready when it answers as active.
    ecs.call("DescribeClusters", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      r.changed("ClusterSettings", "Configuration", "ServiceConnectDefaults"),
      ecs.call("UpdateCluster", r.arnOfSelf, { cause: "Properties" }),
    ),
    ...when(
      r.changed("CapacityProviders", "DefaultCapacityProviderStrategy"),
      ecs.call("PutClusterCapacityProviders", r.arnOfSelf, { cause: "CapacityProviders" }),
    ),
    ...when(r.changed(...clusterSettings), ecs.call("DescribeClusters", r.arnOfSelf, { cause: "Properties" })),
    ...tagChanges(ecs, r),
  ],
  delete: (r) => [ecs.call("DeleteCluster", r.arnOfSelf), ecs.call("DescribeClusters", r.arnOfSelf)],
};

const clusterSettings = [
  "ClusterSettings",
  "Configuration",
  "ServiceConnectDefaults",
  "CapacityProviders",
  "DefaultCapacityProviderStrategy",
];

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles-for-clusters.html */
function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "ecs.amazonaws.com",
    role: "AWSServiceRoleForECS",
    through: "ecs.amazonaws.com",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles-for-clusters.html",
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
const taskDefinition: ResourceRule = {
  type: "AWS::ECS::TaskDefinition",
  name: { property: "Family", maxLength: 255 },
  identify: (r) => {
    // The next revision of the family, which may have had others before.
    const arn = r.arn("ecs", `task-definition/${r.name}:${markInvented("1")}`);
    return { physicalId: arn, arn, attributes: { TaskDefinitionArn: arn } };
  },
  create: (r) => [
    ecs.call("RegisterTaskDefinition", r.arnOfSelf, {
      context: {
        ...requestTags(r.tags),
        ...given("ecs:task-cpu", r.text("Cpu")),
        ...given("ecs:task-memory", r.text("Memory")),
      },
      also: [
        ...passedRoles(r, "ecs-tasks.amazonaws.com", "ExecutionRoleArn", "TaskRoleArn"),
        ...tagsOnCreate(r, "RegisterTaskDefinition"),
      ],
    }),
    ecs.call("DescribeTaskDefinition", "*"),
  ],
  update: (r) => tagChanges(ecs, r),
  delete: () => [ecs.call("DeregisterTaskDefinition", "*"), ecs.call("DescribeTaskDefinition", "*")],
};

function given(key: string, value: string | undefined): CheckSpec["context"] {
  return value === undefined ? {} : { [key]: [value] };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html */
const service: ResourceRule = {
  type: "AWS::ECS::Service",
  name: { property: "ServiceName", maxLength: 255 },
  identify: (r) => {
    const arn = r.arn("ecs", `service/${clusterName(r)}/${r.name}`);
    return { physicalId: arn, arn, attributes: { Name: r.name, ServiceArn: arn } };
  },
  create: (r) => [
    ecs.call("CreateService", r.arnOfSelf, {
      context: { ...requestTags(r.tags), ...serviceContext(r) },
      also: [...serviceRoles(r), ...tagsOnCreate(r, "CreateService")],
    }),
    // CloudFormation waits until the service's tasks are steady.
    describe(r, "Type"),
  ],
  update: (r) => [...serviceChange(r), ...tagChanges(ecs, r)],
  delete: (r) => [ecs.call("DeleteService", r.arnOfSelf, { context: onCluster(r) }), describe(r, "Type")],
};

function serviceChange(r: ResourceUpdate): readonly CallSpec[] {
  const settings = Object.keys({ ...r.before.properties, ...r.properties });
  if (!settings.some((name) => name !== "Tags" && r.changed(name))) return [];
  return [
    ecs.call("UpdateService", r.arnOfSelf, {
      cause: "Properties",
      context: serviceContext(r),
      also: passedRoles(r, "ecs.amazonaws.com", ...managedRolePaths(r)),
    }),
    describe(r, "Properties"),
  ];
}

function describe(r: ResourceView, cause: string): CallSpec {
  return ecs.call("DescribeServices", r.arnOfSelf, { cause, context: onCluster(r) });
}

function serviceContext(r: ResourceView): CheckSpec["context"] {
  return {
    ...onCluster(r),
    ...given("ecs:task-definition", r.text("TaskDefinition")),
    ...given("ecs:enable-execute-command", r.text("EnableExecuteCommand")),
  };
}

function onCluster(r: ResourceView): CheckSpec["context"] {
  return { "ecs:cluster": [r.arn("ecs", `cluster/${clusterName(r)}`)] };
}

/** A cluster is named by its name or ARN; a service without one runs in the default cluster. */
function clusterName(r: ResourceView): string {
  return (r.text("Cluster") ?? "default").replace(/^arn:.*:cluster\//, "");
}

/** The role that registers tasks with load balancers, and those that manage volumes and targets for the service. */
function serviceRoles(r: ResourceView): readonly CheckSpec[] {
  return passedRoles(r, "ecs.amazonaws.com", "Role", ...managedRolePaths(r));
}

function managedRolePaths(r: ResourceView): readonly string[] {
  const volumes = r
    .list("VolumeConfigurations")
    .map((_, index) => `VolumeConfigurations.${index}.ManagedEBSVolume.RoleArn`);
  const lattice = r.list("VpcLatticeConfigurations").map((_, index) => `VpcLatticeConfigurations.${index}.RoleArn`);
  const connect = r
    .list("ServiceConnectConfiguration.Services")
    .map((_, index) => `ServiceConnectConfiguration.Services.${index}.Tls.RoleArn`);
  return [...volumes, ...lattice, ...connect];
}

export const ecsRules: readonly ResourceRule[] = [cluster, taskDefinition, service];
