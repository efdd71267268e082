import { awsService } from "../../aws-service";
import { removedTags, requestTags, tagKeys } from "../../common-checks";
import { sameJson } from "../../read-property";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";

export const ec2 = awsService({
  prefix: "ec2",
  documentation: (operation) => `https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_${operation}.html`,
});

/** `vpc-0a1b…`: a prefix and 17 digits. */
export function ec2Id(r: ResourceView, prefix: string, use = "id"): string {
  return `${prefix}-${r.invent(use, { alphabet: "hex", length: 17 })}`;
}

export function ec2Arn(r: ResourceView, kind: string, id: string): string {
  return r.arn("ec2", `${kind}/${id}`);
}

/** ARN of the thing that a property names by its id; an unknown one where it cannot be known. */
export function namedArn(r: ResourceView, path: string, kind: string, prefix: string): string {
  return ec2Arn(r, kind, r.text(path) ?? ec2Id(r, prefix, path));
}

/**
 * Tags that come with a creation are checked as `CreateTags` with the creating action as context.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
 */
export function tagsOnCreate(r: ResourceView, operation: string): readonly CheckSpec[] {
  const context = { ...requestTags(r.tags), "ec2:CreateAction": [operation] };
  return when(r.tagged, ec2.check("CreateTags", r.arnOfSelf, { cause: "Tags", context }));
}

export function tagChanges(r: ResourceUpdate): readonly CallSpec[] {
  const removed = removedTags(r.before, r);
  return [
    ...when(removed.length > 0, ec2.call("DeleteTags", r.arnOfSelf, { cause: "Tags", context: tagKeys(removed) })),
    ...when(
      r.tagged && !sameJson(r.before.tags, r.tags),
      ec2.call("CreateTags", r.arnOfSelf, { cause: "Tags", context: requestTags(r.tags) }),
    ),
  ];
}

/** What most of EC2's types have in common: made, described until they are there, deleted. */
export interface SimpleType {
  readonly type: string;
  readonly kind: string;
  readonly prefix: string;
  readonly attributes: readonly string[];
  readonly create: string;
  readonly remove: string;
  /** Describing knows no single resources. */
  readonly describe: string;
  /** Further resources that the creation is authorised on. */
  readonly with?: (r: ResourceView) => readonly string[];
  /** Further checks made inside the creation. */
  readonly checks?: (r: ResourceView) => readonly CheckSpec[];
  readonly after?: (r: ResourceView) => readonly CallSpec[];
  readonly change?: (r: ResourceUpdate) => readonly CallSpec[];
}

export function simpleRule(simple: SimpleType): ResourceRule {
  const { type, kind, prefix, attributes, create, remove, describe } = simple;
  return {
    type,
    identify: (r) => {
      const id = ec2Id(r, prefix);
      return {
        physicalId: id,
        arn: ec2Arn(r, kind, id),
        attributes: Object.fromEntries(attributes.map((name) => [name, id])),
      };
    },
    create: (r) => [
      ec2.call(create, [r.arnOfSelf, ...(simple.with?.(r) ?? [])], {
        context: requestTags(r.tags),
        also: [...tagsOnCreate(r, create), ...(simple.checks?.(r) ?? [])],
      }),
      ec2.call(describe, "*"),
      ...(simple.after?.(r) ?? []),
    ],
    update: (r) => [...(simple.change?.(r) ?? []), ...tagChanges(r)],
    delete: (r) => [ec2.call(remove, r.arnOfSelf), ec2.call(describe, "*")],
  };
}
