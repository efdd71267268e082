import type { CloudTrailEvent, OnDenied } from "./api-call";
import type { CallSpec, CheckSpec } from "./resource-rule";

/** What the calls of one service have in common. */
export interface ServiceFacts {
  /** As in IAM actions: `lambda`. */
  readonly prefix: string;
  /** Default `<prefix>.amazonaws.com`. */
  readonly eventSource?: string;
  /** The page that documents an operation. */
  readonly documentation: (operation: string) => string;
}

export interface CheckOptions {
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** Property that causes the check; default `Type`. */
  readonly cause?: string;
  readonly source?: string;
  /** See {@link CheckSpec.patterns}. */
  readonly patterns?: readonly string[];
  readonly through?: readonly string[];
}

export interface CallOptions extends CheckOptions {
  /** Further checks made inside the call; they leave no event of their own. One on nothing is not made. */
  readonly also?: readonly CheckSpec[];
  /** The action checked, where it is not `<prefix>:<operation>`. */
  readonly action?: string;
  /** CloudTrail's name of the call where it differs; null where CloudTrail records nothing. */
  readonly event?: string | null;
  readonly category?: CloudTrailEvent["category"];
  readonly onDenied?: OnDenied;
  /** See {@link CallSpec.shownAs}. */
  readonly shownAs?: CheckSpec;
}

/** A resource, or several that are checked in one request. */
export type On = string | readonly string[];

export interface AwsService {
  readonly call: (operation: string, on: On, options?: CallOptions) => CallSpec;
  /** A check of this service inside another call. */
  readonly check: (actionName: string, on: On, options?: CheckOptions) => CheckSpec;
}

export function awsService({
  prefix,
  eventSource = `${prefix}.amazonaws.com`,
  documentation,
}: ServiceFacts): AwsService {
  const check = (action: string, on: On, operation: string, options: CheckOptions): CheckSpec => ({
    action,
    resources: typeof on === "string" ? [on] : on,
    context: options.context ?? {},
    cause: options.cause ?? "Type",
    source: options.source ?? documentation(operation),
    through: options.through ?? [],
    ...(options.patterns ? { patterns: options.patterns } : {}),
  });
  return {
    check: (name, on, options = {}) => check(`${prefix}:${name}`, on, name, options),
    call: (operation, on, options = {}) => ({
      operation: `${prefix}:${operation}`,
      checks: [check(options.action ?? `${prefix}:${operation}`, on, operation, options), ...onSomething(options.also)],
      cloudTrail:
        options.event === null
          ? null
          : {
              eventSource,
              eventName: options.event ?? operation,
              category: options.category ?? "management",
              readOnly: /^(Get|List|Describe|Head|BatchGet|BatchCheck|Lookup|Search|Query)/.test(operation),
            },
      onDenied: options.onDenied ?? "fail",
      ...(options.shownAs ? { shownAs: options.shownAs } : {}),
    }),
  };
}

function onSomething(also: readonly CheckSpec[] = []): readonly CheckSpec[] {
  return also.filter(({ resources }) => resources.length > 0);
}
