import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { tagChanges } from "../tag-calls";
import { ecs, tagsOnCreate } from "./ecs";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-capacityprovider.html */
const capacityProvider: ResourceRule = {
  type: "AWS::ECS::CapacityProvider",
  name: { property: "Name", maxLength: 255 },
  identify: (r) => ({ physicalId: r.name, arn: r.arn("ecs", `capacity-provider/${r.name}`), attributes: {} }),
  create: (r) => [
    ecs.call("CreateCapacityProvider", r.arnOfSelf, {
      also: [...tagsOnCreate(r, "CreateCapacityProvider"), ...groupTags(r)],
    }),
    ecs.call("DescribeCapacityProviders", r.arnOfSelf),
  ],
  update: (r) => [
    ...when(
      r.changed("AutoScalingGroupProvider", "ManagedInstancesProvider"),
      ecs.call("UpdateCapacityProvider", r.arnOfSelf, { cause: "AutoScalingGroupProvider" }),
    ),
    ...tagChanges(ecs, r),
  ],
  delete: (r) => [ecs.call("DeleteCapacityProvider", r.arnOfSelf), ecs.call("DescribeCapacityProviders", r.arnOfSelf)],
};

/**
 * ECS marks a group whose scaling it manages with a tag.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html
 */
function groupTags(r: ResourceView): readonly CheckSpec[] {
  const path = "AutoScalingGroupProvider.AutoScalingGroupArn";
  const given = r.text(path);
  if (given === undefined) return [];
  const id = r.invent("group", { alphabet: "uuid" });
  const arn = given.startsWith("arn:")
    ? given
    : r.arn("autoscaling", `autoScalingGroup:${id}:autoScalingGroupName/${given}`);
  return [
    {
      action: "autoscaling:CreateOrUpdateTags",
      resources: [arn],
      context: { "aws:TagKeys": ["AmazonECSManaged"] },
      cause: path,
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html",
      through: ["ecs.amazonaws.com"],
    },
  ];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html */
const associations: ResourceRule = {
  type: "AWS::ECS::ClusterCapacityProviderAssociations",
  identify: (r) => ({ physicalId: r.text("Cluster") ?? "", arn: null, attributes: {} }),
  create: (r) => put(r, "Type"),
  update: (r) => put(r, "Properties"),
  delete: (r) => put(r, "Type"),
};

function put(r: ResourceView, cause: string) {
  const cluster = r.text("Cluster") ?? "*";
  const arn = cluster.startsWith("arn:") ? cluster : r.arn("ecs", `cluster/${cluster}`);
  return [
    ecs.call("PutClusterCapacityProviders", arn, { cause }),
    // CloudFormation waits until the cluster has them.
    ecs.call("DescribeClusters", arn, { cause }),
  ];
}

export const ecsCapacityRules: readonly ResourceRule[] = [capacityProvider, associations];
