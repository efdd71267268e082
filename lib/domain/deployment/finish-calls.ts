import type { DeploySettings, StackTarget } from "../stack";
import type { ApiCall, ApiRequest } from "./api-call";
import type { DeploymentPlan } from "./deployment-plan";
import { inventedIdsIn, readAssumed, readPattern } from "./invented-id";
import { finishEvent } from "./named-in-event";
import type { PlanStep } from "./plan-step";
import type { CallSpec, CheckSpec } from "./resource-rule";

/** Names the calls, fills in the context that every request carries, and reads made-up ids as values and as patterns. */
export type FinishCalls = (
  steps: readonly PlanStep[],
  target: StackTarget,
) => Pick<DeploymentPlan, "calls" | "inventedIds">;

interface FinishedStep {
  /** The call's id but for the number of a repeated one. */
  readonly stem: string;
  readonly call: ApiCall;
  readonly inventedIds: readonly string[];
}

/**
 * Steps that plans have in common are finished once, so that their calls are the very same objects in all of these plans;
 * a step belongs to one stack, so its target is always the same.
 */
export function startFinishing(settings: DeploySettings): FinishCalls {
  const finished = new WeakMap<PlanStep, FinishedStep>();
  const finishCall = startFinishingCalls(settings);
  return (steps, target) => {
    const taken = new Map<string, number>();
    const inventedIds = new Set<string>();
    const calls = steps.map((step) => {
      const known = finished.get(step);
      const stem = known?.stem ?? stemOf(step);
      const repeat = (taken.get(stem) ?? 0) + 1;
      taken.set(stem, repeat);
      const id = repeat === 1 ? stem : `${stem}/${repeat}`;
      const made = known?.call.id === id ? known : finishStep(step, stem, id, finishCall(step, id, target));
      if (step.isShared && !known) finished.set(step, made);
      for (const invented of made.inventedIds) inventedIds.add(invented);
      return made.call;
    });
    return { calls, inventedIds: [...inventedIds] };
  };
}

function stemOf({ phase, logicalId, via, undoes, call }: PlanStep): string {
  return `${phase}/${undoes === null ? "" : `${undoes}/`}${logicalId ?? via}/${call.operation}`;
}

function finishStep(step: PlanStep, stem: string, id: string, finishedCall: FinishedCall): FinishedStep {
  const { phase, logicalId, resourceType, via, onlyAfterFailure, undoes, call } = step;
  const { operation, onDenied } = call;
  const { checks, shownAs, cloudTrail, inventedIds } = finishedCall;
  const finished = {
    id,
    phase,
    logicalId,
    resourceType,
    via,
    operation,
    checks,
    cloudTrail,
    onDenied,
    onlyAfterFailure,
    ...(shownAs ? { shownAs } : {}),
  };
  return { stem, call: undoes === null ? finished : { ...finished, undoes }, inventedIds };
}

/** What of a call is the same wherever in the plan it is made, but for the id in its checks. */
interface FinishedCall extends Pick<ApiCall, "checks" | "shownAs" | "cloudTrail"> {
  readonly inventedIds: readonly string[];
}

type FinishCall = (step: PlanStep, id: string, target: StackTarget) => FinishedCall;

/** A resource's removal is told in the clean-up, the rollback and the deletion: one call, which is made in one way. */
function startFinishingCalls(settings: DeploySettings): FinishCall {
  const finished = new WeakMap<CallSpec, FinishedCall>();
  const contexts = new WeakMap<StackTarget, FindContext>();
  return (step, id, target) => {
    const known = finished.get(step.call);
    if (known) return withId(known, id);
    const contextOf = contexts.get(target) ?? startFindingContexts(target, settings);
    contexts.set(target, contextOf);
    const made = finishCall(step, id, contextOf);
    if (step.isShared) finished.set(step.call, made);
    return made;
  };
}

function withId({ checks, shownAs, ...call }: FinishedCall, callId: string): FinishedCall {
  return {
    ...call,
    checks: checks.map((check) => ({ ...check, callId })),
    ...(shownAs ? { shownAs: { ...shownAs, callId } } : {}),
  };
}

function finishCall(step: PlanStep, id: string, contextOf: FindContext): FinishedCall {
  const { checks, shownAs } = step.call;
  return {
    checks: checks.map((check) => finishCheck(check, id, step, contextOf)),
    ...(shownAs ? { shownAs: finishCheck(shownAs, id, step, contextOf) } : {}),
    cloudTrail: finishEvent(step.call),
    inventedIds: checks.flatMap((check) => check.resources.flatMap(inventedIdsIn)),
  };
}

function finishCheck(check: CheckSpec, callId: string, step: PlanStep, contextOf: FindContext): ApiRequest {
  const { action, cause, source } = check;
  const { principal, certainty, logicalId } = step;
  const resources = check.resources.map(readAssumed);
  const { name, context } = contextOf(check, step);
  return {
    key: `${JSON.stringify([action, resources])} ${name}`,
    callId,
    principal,
    action,
    resources,
    patterns: (check.patterns ?? check.resources).map(readPattern),
    context,
    cause: logicalId === null || /^(Type$|Properties\.|Fn::)/.test(cause) ? cause : `Properties.${cause}`,
    source,
    certainty,
  };
}

interface NamedContext {
  /** The same for the same principal, keys and values. */
  readonly name: string;
  readonly context: ApiRequest["context"];
}

type FindContext = (check: CheckSpec, step: PlanStep) => NamedContext;

/** Plans have thousands of checks; many of them show the same, such as all those on one resource with its tags. */
function startFindingContexts(target: StackTarget, settings: DeploySettings): FindContext {
  const made = new Map<string, NamedContext>();
  return (check, step) => {
    const region = globalRegion(check.action, target.partition) ?? target.region;
    const account = accountOf(check.resources) ?? target.account;
    const calledVia = calledViaOf(check, step);
    const service = check.action.slice(0, check.action.indexOf(":"));
    const own = readAssumed(JSON.stringify(check.context));
    const name = [step.principal, target.account, service, region, account, ...calledVia, own].join(" ");
    const known = made.get(name) ?? {
      name,
      context: {
        ...commonContext({ region, account, calledVia }, step, target, settings),
        ...serviceContext(service, account, target),
        ...withoutMarks(check.context),
      },
    };
    made.set(name, known);
    return known;
  };
}

function withoutMarks(context: CheckSpec["context"]): ApiRequest["context"] {
  return Object.fromEntries(Object.entries(context).map(([key, values]) => [key, values.map(readAssumed)] as const));
}

/**
 * Keys that a service adds to each of its requests. Today's clients sign with version 4 in a header, over TLS 1.3.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
 */
function serviceContext(service: string, account: string, target: StackTarget): ApiRequest["context"] {
  if (service === "kms") return { "kms:CallerAccount": [target.account] };
  if (service !== "s3") return {};
  return {
    "s3:ResourceAccount": [account],
    "s3:TlsVersion": ["1.3"],
    "s3:authType": ["REST-HEADER"],
    "s3:signatureversion": ["AWS4-HMAC-SHA256"],
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html */
function calledViaOf(check: CheckSpec, { via, principal }: PlanStep): readonly string[] {
  return via === "cloudformation" && principal === "ci"
    ? ["cloudformation.amazonaws.com", ...check.through]
    : check.through;
}

/**
 * Global keys. Calls that CloudFormation makes with the caller's session carry `aws:CalledVia`; with a service role of
 * its own they do not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function commonContext(
  { region, account, calledVia }: { region: string; account: string; calledVia: readonly string[] },
  { principal }: PlanStep,
  target: StackTarget,
  settings: DeploySettings,
): ApiRequest["context"] {
  const roleArn =
    principal === "execution-role" && settings.executionRoleArn !== null
      ? settings.executionRoleArn
      : `arn:${target.partition}:iam::${target.account}:role/${settings.ciRoleName}`;
  const [first] = calledVia;
  return {
    "aws:PrincipalArn": [roleArn],
    "aws:PrincipalAccount": [target.account],
    "aws:PrincipalType": ["AssumedRole"],
    "aws:RequestedRegion": [region],
    "aws:ResourceAccount": [account],
    "aws:SecureTransport": ["true"],
    "aws:ViaAWSService": [String(calledVia.length > 0)],
    ...(first === undefined
      ? {}
      : {
          "aws:CalledVia": calledVia,
          "aws:CalledViaFirst": [first],
          "aws:CalledViaLast": [calledVia.at(-1) ?? first],
        }),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion */
function globalRegion(action: string, partition: StackTarget["partition"]): string | null {
  const isGlobal = /^(iam|route53|cloudfront|organizations):/.test(action);
  if (!isGlobal) return null;
  return { aws: "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1" }[partition];
}

function accountOf(resources: readonly string[]): string | undefined {
  return /^(?:[^:]*:){4}(\d{12})(?::|$)/.exec(resources[0] ?? "")?.[1];
}
