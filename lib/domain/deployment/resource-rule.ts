import type { Json, JsonObject } from "../json";
import type { DeploySettings, StackTarget } from "../stack";
import type { CloudTrailEvent, OnDenied } from "./api-call";
import type { IdForm } from "./invented-id";
import type { NameRule } from "./physical-name";
import type { ResourceSpec } from "./resource-spec";

/**
 * # How to write a rule
 *
 * A rule says, for one resource type, what it is called and which API calls CloudFormation makes to create, read, update
 * and delete it. Rules of a service stand in one file, `resource-types/<service>.ts`, which exports them as a list
 * (`export const queueRules: readonly ResourceRule[] = [queue, queuePolicy]`); `resource-types/all-rules.ts` is the one
 * ordered list that registers every file. The test stands beside (`sqs.test.ts`), with the help of
 * `resource-types/rule-probe.ts`. What hangs on a property is a case in `resource-types/conditional-calls/`, which shows
 * it both ways; a test tries every property that a rule reads and names those without a case.
 *
 * ```ts
 * const sqs = awsService({ prefix: "sqs", documentation: (operation) => `https://…/API_${operation}.html` });
 *
 * const queue: ResourceRule = {
 *   type: "AWS::SQS::Queue",
 *   name: { property: "QueueName", maxLength: 80 },
 *   identify: (r) => ({ physicalId: `https://…/${r.name}`, arn: r.arn("sqs", r.name), attributes: { QueueName: r.name } }),
 *   create: (r) => [
 *     sqs.call("CreateQueue", r.arnOfSelf, { context: tagContext(r), also: r.tagged ? [sqs.check("TagQueue", …)] : [] }),
 *     ...when(r.sets("KmsMasterKeyId"), …),
 *   ],
 *   update: (r) => when(r.changed("VisibilityTimeout", …), sqs.call("SetQueueAttributes", r.arnOfSelf)),
 *   delete: (r) => [sqs.call("DeleteQueue", r.arnOfSelf)],
 * };
 * ```
 *
 * - **Only calls that happen.** The registry's handler permissions are an upper bound. A call hangs on the property that
 *   causes it: `when(r.sets("Tags"), …)`. What is not documented or observed stays out.
 * - **Names and ARNs.** Without `identify`, the name comes from `name` (or the specification's identifier), the ARN from
 *   the specification's template, and attributes are guessed from both. Ids that AWS draws come from `r.invent(…)`.
 *   Properties arrive resolved: a `Ref` to another resource is already its name.
 * - **Checks.** `service.call(operation, arn, options)` makes a call with one check, the action of the same name on that
 *   ARN; `also` adds the further checks made inside that call (`passRole`, tag-on-create, `kms`). An action that knows no
 *   resource types is checked on `*`. `cause` is the property, as in `Role`; without it the cause is the resource's type.
 * - **CloudTrail.** The event is a management event with the operation's name unless `event` says otherwise. Where it
 *   names the resource follows from the identity: see `named-in-event.ts`.
 * - **Create** must name every call in order; the first one makes the resource, so a denial of a later one makes
 *   CloudFormation call `delete`. `read` is called when the template takes an attribute that CloudFormation has to ask
 *   for; reads that always follow a create belong to `create`.
 * - **Update**: the specification says what is replaced; `update` sees in-place changes only. `r.changed("A", "B.C")` is
 *   true if one of them differs, `r.removed("A")` if it was given and is no longer. `r.sets("A")` is true on creation if A
 *   is given, and on update if A is given and differs: one function can serve both.
 * - **Helpers**: `tag-calls.ts` for tags on creation, after it and on update; `common-checks.ts` for passed roles and keys;
 *   `resource-types/plain-rule.ts` for types with one operation each to make, read, change and remove.
 */
export interface ResourceRule {
  /** `AWS::SQS::Queue`; `Custom::*` stands for every custom resource. */
  readonly type: string;
  readonly name?: NameRule;
  readonly identify?: (resource: ResourceView) => Identity;
  readonly create: (resource: ResourceView) => readonly CallSpec[];
  readonly read?: (resource: ResourceView) => readonly CallSpec[];
  readonly update?: (resource: ResourceUpdate) => readonly CallSpec[];
  readonly delete: (resource: ResourceView) => readonly CallSpec[];
  /** Decides for properties that the specification calls `maybe`; default: no replacement. */
  readonly replaces?: (resource: ResourceUpdate) => boolean;
}

/** What a resource is called, with invented ids marked. */
export interface Identity {
  /** What `Ref` returns, unless `ref` says otherwise. */
  readonly physicalId: string;
  readonly ref?: string;
  readonly arn: string | null;
  /** What `Fn::GetAtt` returns. */
  readonly attributes: Readonly<Record<string, Json>>;
}

/** A resource as a rule sees it. Dotted paths reach into properties: `Code.S3Key`. */
export interface ResourceView {
  readonly logicalId: string;
  readonly type: string;
  readonly target: StackTarget;
  readonly settings: DeploySettings;
  readonly spec: ResourceSpec | null;
  /** Resolved; strings may hold marked ids. */
  readonly properties: JsonObject;
  /** The given name, or the one that CloudFormation generates by the rule's `name`. */
  readonly name: string;
  /** The resource's own identity; not available inside `identify`. */
  readonly identity: Identity;
  /** The resource's ARN, `*` where it has none. */
  readonly arnOfSelf: string;
  /** The resource's own tags and the stack's; without CloudFormation's `aws:cloudformation:*`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly tagged: boolean;
  /** Attributes that other resources or outputs take with `Fn::GetAtt`. */
  readonly usedAttributes: readonly string[];
  /** The resource's `UpdatePolicy`, as an alias has for gradual deployments. */
  readonly updatePolicy: Json | null;
  get(path: string): Json | undefined;
  /** A string, number or boolean as text; undefined for anything else and for values that cannot be known. */
  text(path: string): string | undefined;
  /** The texts of a list; a single text counts as a list of one. */
  texts(path: string): readonly string[];
  list(path: string): readonly JsonObject[];
  /** Given, and neither null nor an empty list. */
  has(path: string): boolean;
  /** On create: any is given. On update: any is given and differs from before. */
  sets(...paths: readonly string[]): boolean;
  /** An id that AWS draws, marked; the same for the same use of the same resource. */
  invent(use: string, form: IdForm): string;
  /** `arn:<partition>:<service>:<region>:<account>:<rest>`; `region` and `account` may be given as "". */
  arn(service: string, rest: string, place?: { readonly region?: string; readonly account?: string }): string;
  /** The view of another resource of the stack, or of a stack around or inside it, whose `Ref`, ARN or an attribute is this text. */
  findByReference(text: string): OtherResource | null;
  /** All resources of the stack of this type. */
  siblings(type: string): readonly OtherResource[];
}

/** Another resource as a rule sees it: with all that it has itself, not with what it would find around it. */
export type OtherResource = Omit<ResourceView, "findByReference" | "siblings">;

/** A resource whose properties differ from those deployed before. */
export interface ResourceUpdate extends ResourceView {
  readonly before: ResourceView;
  /** Any differs: added, removed or changed. */
  changed(...paths: readonly string[]): boolean;
  /** Any was given and is no longer. */
  removed(...paths: readonly string[]): boolean;
}

/** What CloudTrail records of a call; where it names the resource follows from the call unless it is said here. */
export type EventSpec = Omit<CloudTrailEvent, "names"> & Partial<Pick<CloudTrailEvent, "names">>;

/** One API call of a rule; build it with `awsService(…).call`. */
export interface CallSpec {
  /** `lambda:CreateFunction` */
  readonly operation: string;
  readonly checks: readonly CheckSpec[];
  readonly cloudTrail: EventSpec | null;
  readonly onDenied: OnDenied;
  /**
   * Of a look whose refusal the caller takes for "not there": the check of what it does next, in vain. If that is refused
   * too, it is the refusal that people see; only the look's own grant helps.
   */
  readonly shownAs?: CheckSpec;
}

/** One authorisation check inside a call. */
export interface CheckSpec {
  readonly action: string;
  readonly resources: readonly string[];
  /** The resources as a policy would write them, where this is more than `*` in place of made-up ids. */
  readonly patterns?: readonly string[];
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Property of the resource, as in `Role` or `Code.S3Bucket`; `Type` where the resource as such causes it. */
  readonly cause: string;
  readonly source: string;
  /** Services that make the check on the caller's behalf after CloudFormation, as in `dynamodb.amazonaws.com`. */
  readonly through: readonly string[];
}

/** The items where the condition holds, none otherwise. */
export function when<T>(condition: boolean, ...items: readonly T[]): readonly T[] {
  return condition ? items : [];
}
