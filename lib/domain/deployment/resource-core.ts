import type { Json } from "../json";
import type { StackTarget } from "../stack";
import { readAssumed } from "./invented-id";
import { textsInside } from "./read-property";
import type { CallSpec, ResourceView } from "./resource-rule";
import type { ViewSource } from "./resource-view";
import { systemTags } from "./system-tags";
import { showTags, type TaggedResource } from "./tagged-resources";

/** What a `Ref` (`attribute` is `null`) or an `Fn::GetAtt` came to; undefined where nothing was there to answer it. */
export interface Reference {
  readonly logicalId: string;
  readonly attribute: string | null;
  readonly value: Json | undefined;
}

/**
 * What is known of a resource for as long as neither it nor what it refers to changes. Stacks that differ elsewhere share
 * the very same core, so whatever is derived from a core alone is derived once.
 */
export interface ResourceCore {
  readonly source: ViewSource;
  /** Names and attributes of resources that its properties were filled in with. */
  readonly references: readonly Reference[];
  /** Its removal, as the resource's rule has it. */
  removal(): readonly CallSpec[];
  /** `null` without an ARN or without tags. */
  tagged(): TaggedResource | null;
  /** All its texts, one a line, without the marks of invented ids. */
  plainText(): string;
  /** Whether naming, reading or removing it takes more of its stack than its references, such as all resources of a type. */
  looksAround(): boolean;
}

/** @param hasLooked whether a view of the resource has looked at the rest of its stack so far */
export function makeCore(
  view: ResourceView,
  source: ViewSource,
  references: readonly Reference[],
  hasLooked: () => boolean,
): ResourceCore {
  const removal = once(() => source.rule.delete(view));
  return {
    source,
    references,
    removal,
    tagged: once(() => readTagged(view, source.target)),
    plainText: once(() => textsInside([source.properties, source.updatePolicy]).map(readAssumed).join("\n")),
    looksAround: once(() => {
      void view.identity;
      source.rule.read?.(view);
      removal();
      return hasLooked();
    }),
  };
}

function readTagged(
  { identity, type, logicalId, spec, tags }: ResourceView,
  target: StackTarget,
): TaggedResource | null {
  const all = { ...systemTags(type, logicalId, spec, target), ...tags };
  return identity.arn === null || Object.keys(all).length === 0 ? null : [identity.arn, showTags(all)];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
