import { awsService } from "../aws-service";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { anything, plainRule } from "./plain-rule";

const resourceGroups = awsService({
  prefix: "resource-groups",
  documentation: (operation) => `https://docs.aws.amazon.com/ARG/latest/APIReference/API_${operation}.html`,
});

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resourcegroups-group.html */
const group = plainRule({
  type: "AWS::ResourceGroups::Group",
  service: resourceGroups,
  name: { property: "Name", maxLength: 128 },
  identify: (r) => {
    const arn = r.arn("resource-groups", `group/${r.name}`);
    return { physicalId: r.name, arn, attributes: { Arn: arn } };
  },
  create: "CreateGroup",
  delete: "DeleteGroup",
  on: { CreateGroup: anything },
  tagNames: { tag: "Tag", untag: "Untag" },
  checksOnce: stackChecks,
  settings: (r) => when(r.has("Resources"), resourceGroups.call("GroupResources", r.arnOfSelf, { cause: "Resources" })),
  change: groupChange,
});

/** A group of a stack's resources looks at that stack; https://docs.aws.amazon.com/ARG/latest/userguide/gettingstarted-prereqs.html */
function stackChecks(r: ResourceView): readonly CheckSpec[] {
  const path = "ResourceQuery.Type";
  if (r.text(path) !== "CLOUDFORMATION_STACK_1_0") return [];
  const own = r.arn("cloudformation", `stack/${r.target.stackName}/${r.invent("stack", { alphabet: "uuid" })}`);
  return ["DescribeStacks", "ListStackResources"].map((name) => ({
    action: `cloudformation:${name}`,
    resources: [r.text("ResourceQuery.Query.StackIdentifier") ?? own],
    context: {},
    cause: "ResourceQuery",
    source: "https://docs.aws.amazon.com/ARG/latest/userguide/gettingstarted-prereqs.html",
    through: ["resource-groups.amazonaws.com"],
  }));
}

function groupChange(r: ResourceUpdate): readonly CallSpec[] {
  const changes: readonly (readonly [string, string])[] = [
    ["Description", "UpdateGroup"],
    ["ResourceQuery", "UpdateGroupQuery"],
    ["Configuration", "PutGroupConfiguration"],
  ];
  return [
    ...changes
      .filter(([property]) => r.changed(property))
      .map(([cause, operation]) =>
        resourceGroups.call(operation, r.arnOfSelf, { cause, also: cause === "ResourceQuery" ? stackChecks(r) : [] }),
      ),
    ...when(
      r.changed("Resources"),
      ...when(r.has("Resources"), resourceGroups.call("GroupResources", r.arnOfSelf, { cause: "Resources" })),
      ...when(r.before.has("Resources"), resourceGroups.call("UngroupResources", r.arnOfSelf, { cause: "Resources" })),
    ),
  ];
}

export const resourceGroupsRules: readonly ResourceRule[] = [group];
