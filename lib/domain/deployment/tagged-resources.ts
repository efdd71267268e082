import type { CallSpec, CheckSpec } from "./resource-rule";
import type { StackState } from "./stack-state";

/** The tags of a resource, those of CloudFormation included, as calls on it show them to policies. */
export type ShownTags = CheckSpec["context"];

export type TaggedResource = readonly [arn: string, shown: ShownTags];

/** Tags by ARN of the resources that a stack holds, nested stacks included. */
export interface TaggedResources {
  get(arn: string): ShownTags | undefined;
}

export function showTags(tags: Readonly<Record<string, string>>): ShownTags {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, [value]] as const));
}

export function collectTagged(state: StackState): TaggedResources {
  return new Map(listTagged(state));
}

function listTagged({ resources, nested }: StackState): readonly TaggedResource[] {
  const own = resources.map(({ core }) => core.tagged()).filter((tagged) => tagged !== null);
  return [...own, ...Object.values(nested).flatMap(listTagged)];
}

/** What the first of two stacks says, else the second. */
export function eitherTagged(first: TaggedResources, second: TaggedResources): TaggedResources {
  return { get: (arn) => first.get(arn) ?? second.get(arn) };
}

/**
 * Calls on resources that carry tags show them to policies. While a resource is made (`unmade` is its ARN) it has none
 * until the call that brings them is through; those of CloudFormation count from when it is made, since some services
 * get them later than with the creation.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag
 */
export function showResourceTags(
  calls: readonly CallSpec[],
  tagged: TaggedResources,
  unmade: string | null = null,
): readonly CallSpec[] {
  let isTagged = false;
  return calls.map((call) => {
    const checks = call.checks.map((check) => {
      const [resource = ""] = check.resources;
      return resource === unmade && !isTagged ? check : withTags(check, tagged.get(resource));
    });
    isTagged ||= call.checks.some(({ context }) => "aws:TagKeys" in context);
    return { ...call, checks };
  });
}

function withTags(check: CheckSpec, shown: ShownTags | undefined): CheckSpec {
  return shown ? { ...check, context: { ...shown, ...check.context } } : check;
}
