import type { AwsService, On } from "../aws-service";
import { tagContext } from "../common-checks";
import type { NameRule } from "../physical-name";
import type { CallSpec, CheckSpec, ResourceRule, ResourceUpdate, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { changedBesideTags, type TagNames, tagAfterCreate, tagChanges, tagOnCreate } from "../tag-calls";

/** A type that is made, read back, changed and removed with one operation each, as most of the smaller services have it. */
export interface PlainType {
  readonly type: string;
  readonly service: AwsService;
  readonly name?: NameRule;
  readonly identify?: ResourceRule["identify"];
  readonly create: string;
  /** Called after the creation, and after a change, until the resource is ready. */
  readonly reads?: readonly string[];
  /** Called only where the template takes an attribute that the creation does not answer. */
  readonly readForAttributes?: string;
  /** None where every property replaces the resource. */
  readonly update?: string;
  readonly delete: string;
  /** Called after the deletion until the resource is gone. */
  readonly gone?: string;
  /** What an operation is authorised on, where it is not the resource itself; `*` for those that know no resources. */
  readonly on?: Readonly<Record<string, (r: ResourceView) => On>>;
  /** Further checks made inside creation and change, such as on roles that are passed. */
  readonly checks?: (r: ResourceView) => readonly CheckSpec[];
  /** Further checks made inside the creation alone. */
  readonly checksOnce?: (r: ResourceView) => readonly CheckSpec[];
  /** Calls that settings of the resource need right after its creation. */
  readonly settings?: (r: ResourceView) => readonly CallSpec[];
  /** In place of the one call of `update`. */
  readonly change?: (r: ResourceUpdate) => readonly CallSpec[];
  /** `none` where tags come with the call and are not checked on their own. */
  readonly tags?: "on-create" | "after-create" | "none";
  readonly tagNames?: Omit<TagNames, "on">;
}

export function plainRule(plain: PlainType): ResourceRule {
  const { type, service, name, identify, tags = "on-create", tagNames = {} } = plain;
  const on = (operation: string, r: ResourceView): On => plain.on?.[operation]?.(r) ?? r.arnOfSelf;
  const reads = (r: ResourceView, cause: string) =>
    (plain.reads ?? []).map((operation) => service.call(operation, on(operation, r), { cause }));
  const namesFor = (r: ResourceView): TagNames => ({ ...tagNames, on: on(tagNames.tag ?? "TagResource", r) });

  const create = (r: ResourceView) => [
    service.call(plain.create, on(plain.create, r), {
      context: tagContext(r),
      also: [
        ...(plain.checks?.(r) ?? []),
        ...(plain.checksOnce?.(r) ?? []),
        ...when(tags === "on-create", ...tagOnCreate(service, r, namesFor(r))),
      ],
    }),
    ...(plain.settings?.(r) ?? []),
    ...when(tags === "after-create", ...tagAfterCreate(service, r, namesFor(r))),
    ...reads(r, "Type"),
  ];
  const update = (r: ResourceUpdate) => [
    ...(plain.change ? plain.change(r) : when(changedBesideTags(r), ...changeCalls(r))),
    ...tagChanges(service, r, namesFor(r)),
  ];
  const changeCalls = (r: ResourceUpdate): readonly CallSpec[] =>
    plain.update === undefined
      ? []
      : [
          service.call(plain.update, on(plain.update, r), { cause: "Properties", also: plain.checks?.(r) ?? [] }),
          ...reads(r, "Properties"),
        ];
  const { delete: remove, gone, readForAttributes } = plain;
  return {
    type,
    ...(name ? { name } : {}),
    ...(identify ? { identify } : {}),
    create,
    ...(readForAttributes === undefined
      ? {}
      : {
          read: (r: ResourceView) => [
            service.call(readForAttributes, on(readForAttributes, r), { cause: r.usedAttributes[0] ?? "Type" }),
          ],
        }),
    update,
    delete: (r) => [
      service.call(remove, on(remove, r)),
      ...(gone === undefined ? [] : [service.call(gone, on(gone, r))]),
    ],
  };
}

/** For actions that know no resources. */
export const anything = (): On => "*";

/**
 * For creations that are authorised on any resource of their kind, as in `certificate/*`: refusals name it, and a policy
 * for the kind holds, though the service authorization reference knows no resource for them. Seen in 2023 to 2026:
 * https://github.com/awslabs/agentic-ai-platform, workshop-agentic-ai-platform-agentcore/static/cfn
 * @param place as for {@link ResourceView.arn}
 */
export const anyOfKind =
  (service: string, kind: string, place: { readonly region?: string } = {}) =>
  (r: ResourceView): On =>
    r.arn(service, `${kind}/*`, place);
