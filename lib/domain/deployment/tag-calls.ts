import type { AwsService, On } from "./aws-service";
import { removedTags, tagContext, tagKeys } from "./common-checks";
import { sameJson } from "./read-property";
import { type CallSpec, type CheckSpec, type ResourceUpdate, type ResourceView, when } from "./resource-rule";

/** How a service tags, where it is not with `TagResource` and `UntagResource`. */
export interface TagNames {
  readonly tag?: string;
  readonly untag?: string;
  /** What is checked; default the resource's ARN. */
  readonly on?: On;
}

/** The check on tagging inside a call that creates with tags. */
export function tagOnCreate(
  service: AwsService,
  r: ResourceView,
  { tag = "TagResource", on = r.arnOfSelf }: TagNames = {},
): readonly CheckSpec[] {
  return when(r.tagged, service.check(tag, on, { cause: "Tags", context: tagContext(r) }));
}

/** Tags that are put on in a call of their own after the creation. */
export function tagAfterCreate(
  service: AwsService,
  r: ResourceView,
  { tag = "TagResource", on = r.arnOfSelf }: TagNames = {},
): readonly CallSpec[] {
  return when(r.tagged, service.call(tag, on, { cause: "Tags", context: tagContext(r) }));
}

/** What an update of tags calls: first what goes, then what comes. */
export function tagChanges(
  service: AwsService,
  r: ResourceUpdate,
  { tag = "TagResource", untag = "UntagResource", on = r.arnOfSelf }: TagNames = {},
): readonly CallSpec[] {
  const removed = removedTags(r.before, r);
  return [
    ...when(removed.length > 0, service.call(untag, on, { cause: "Tags", context: tagKeys(removed) })),
    ...when(
      r.tagged && !sameJson(r.before.tags, r.tags),
      service.call(tag, on, { cause: "Tags", context: tagContext(r) }),
    ),
  ];
}

/** Whether anything but the tags differs. */
export function changedBesideTags(r: ResourceUpdate): boolean {
  const properties = Object.keys({ ...r.before.properties, ...r.properties });
  return properties.some((property) => property !== r.spec?.tags?.property && r.changed(property));
}
