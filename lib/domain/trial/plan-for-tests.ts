import type { ApiCall, ApiRequest, Phase } from "../deployment/api-call";
import type { DeploymentPlan, PlannedResource } from "../deployment/deployment-plan";
import { defaultDeploySettings } from "../stack";

/** Plans small enough to be followed by hand. */

interface SmallCall {
  readonly phase: Phase;
  readonly resource: string | null;
  readonly action: string;
  readonly on: string;
  readonly onDenied?: ApiCall["onDenied"];
  /** Another action on the same resource. */
  readonly shownAs?: string;
  readonly onlyAfterFailure?: boolean;
  readonly undoes?: "create" | "update";
  readonly readOnly?: boolean;
}

export function smallPlan(
  waves: readonly (readonly string[])[],
  calls: readonly SmallCall[],
  inventedIds: readonly string[] = [],
): DeploymentPlan {
  return {
    target: { stackName: "shop", region: "eu-central-1", account: "123456789012", partition: "aws", parameters: {} },
    settings: defaultDeploySettings,
    resources: waves.flatMap((names, wave) => names.map((logicalId) => smallResource(logicalId, wave, calls))),
    calls: calls.map((call, order) => smallCall(call, order, inventedIds)),
    inventedIds,
    assumptions: [],
    coverage: { documented: waves.flat().length, registry: 0, unknown: 0 },
  };
}

function smallResource(logicalId: string, wave: number, calls: readonly SmallCall[]): PlannedResource {
  const isUpdated = calls.some(({ phase, resource }) => phase === "update" && resource === logicalId);
  return {
    logicalId,
    type: "AWS::SQS::Queue",
    physicalId: logicalId,
    physicalIdPattern: logicalId,
    arn: null,
    dependsOn: [],
    wave,
    certainty: "documented",
    change: isUpdated ? "update" : "none",
  };
}

function smallCall(call: SmallCall, order: number, inventedIds: readonly string[]): ApiCall {
  const { phase, resource, action, on } = call;
  const id = `${order} ${phase} ${resource ?? "cli"} ${action}`;
  const request: ApiRequest = {
    key: `${action} ${on}`,
    callId: id,
    principal: "ci",
    action,
    resources: [on],
    patterns: [inventedIds.reduce((text, invented) => text.replaceAll(invented, "*"), on)],
    context: {},
    cause: "Type",
    source: "https://docs.aws.amazon.com/",
    certainty: "documented",
  };
  return {
    id,
    phase,
    logicalId: resource,
    resourceType: resource === null ? null : "AWS::SQS::Queue",
    via: resource === null ? "cli" : "cloudformation",
    operation: action,
    checks: [request],
    cloudTrail: {
      eventSource: "sqs.amazonaws.com",
      eventName: action,
      category: "management",
      readOnly: call.readOnly ?? false,
      names: "request",
    },
    onDenied: call.onDenied ?? "fail",
    onlyAfterFailure: call.onlyAfterFailure ?? false,
    ...(call.shownAs ? { shownAs: { ...request, action: call.shownAs, key: `${call.shownAs} ${on}` } } : {}),
    ...(call.undoes ? { undoes: call.undoes } : {}),
  };
}
