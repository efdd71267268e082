import type { DeploySettings, StackTarget } from "../stack";
import type { ApiCall, ApiRequest } from "./api-call";
import { readAssumed, readPattern } from "./invented-id";
import type { PlanStep } from "./plan-step";
import type { CheckSpec } from "./resource-rule";

/** Numbers the calls, fills in the context that every request carries, and reads made-up ids as values and as patterns. */
export function finishCalls(
  steps: readonly PlanStep[],
  target: StackTarget,
  settings: DeploySettings,
): readonly ApiCall[] {
  const taken = new Map<string, number>();
  return steps.map((step, order) => {
    const { phase, logicalId, resourceType, via, onlyAfterFailure, undoes, call } = step;
    const stem = [phase, undoes, logicalId ?? via, call.operation].filter((part) => part !== null).join("/");
    const repeat = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, repeat);
    const id = repeat === 1 ? stem : `${stem}/${repeat}`;
    const checks = call.checks.map((check) => finishCheck(check, id, step, target, settings));
    const { operation, cloudTrail, onDenied } = call;
    const finished = {
      id,
      order,
      phase,
      logicalId,
      resourceType,
      via,
      operation,
      checks,
      cloudTrail,
      onDenied,
      onlyAfterFailure,
    };
    return undoes === null ? finished : { ...finished, undoes };
  });
}

function finishCheck(
  check: CheckSpec,
  callId: string,
  step: PlanStep,
  target: StackTarget,
  settings: DeploySettings,
): ApiRequest {
  const { action, cause, source } = check;
  const { principal, certainty, logicalId } = step;
  const resources = check.resources.map(readAssumed);
  const own = Object.entries(check.context).map(([key, values]) => [key, values.map(readAssumed)] as const);
  const context = { ...commonContext(check, step, target, settings), ...Object.fromEntries(own) };
  return {
    key: JSON.stringify([principal, action, resources, Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]),
    callId,
    principal,
    action,
    resources,
    patterns: (check.patterns ?? check.resources).map(readPattern),
    context,
    cause: logicalId === null || cause === "Type" || cause.startsWith("Properties.") ? cause : `Properties.${cause}`,
    source,
    certainty,
  };
}

/**
 * Global keys. Calls that CloudFormation makes with the caller's session carry `aws:CalledVia`; with a service role of
 * its own they do not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function commonContext(
  check: CheckSpec,
  { via, principal }: PlanStep,
  target: StackTarget,
  settings: DeploySettings,
): ApiRequest["context"] {
  const { account, partition, region } = target;
  const roleArn =
    principal === "execution-role" && settings.executionRoleArn !== null
      ? settings.executionRoleArn
      : `arn:${partition}:iam::${account}:role/${settings.ciRoleName}`;
  const calledVia = [
    ...(via === "cloudformation" && principal === "ci" ? ["cloudformation.amazonaws.com"] : []),
    ...check.through,
  ];
  const [first] = calledVia;
  return {
    "aws:PrincipalArn": [roleArn],
    "aws:PrincipalAccount": [account],
    "aws:PrincipalType": ["AssumedRole"],
    "aws:RequestedRegion": [globalRegion(check.action, partition) ?? region],
    "aws:ResourceAccount": [accountOf(check.resources) ?? account],
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
  const account = resources[0]?.split(":")[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
