import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeploymentPlan, PlannedResource } from "../deployment/deployment-plan";

/** The calls of a plan, findable by phase and resource; made once for a trial. */
export interface IndexedPlan {
  readonly plan: DeploymentPlan;
  /** Waves of parallel creation, first wave first. */
  readonly waves: readonly (readonly PlannedResource[])[];
  /** Calls on the stack itself or by the CLI, in order. */
  stackCalls(phase: Phase): readonly ApiCall[];
  /** Calls for one resource, in order, without those made only after a failure. */
  resourceCalls(phase: Phase, logicalId: string): readonly ApiCall[];
  /** Calls that take the creation or the update of a resource back. */
  rollbackCalls(undoes: "create" | "update", logicalId: string): readonly ApiCall[];
  /** Calls that clean up a resource whose creation was refused half-way. */
  cleanUpCalls(logicalId: string): readonly ApiCall[];
}

export function indexCalls(plan: DeploymentPlan): IndexedPlan {
  const byKey = new Map<string, ApiCall[]>();
  for (const call of plan.calls) {
    const key = keyOf(call.phase, call.logicalId, call.onlyAfterFailure);
    const calls = byKey.get(key);
    if (calls) calls.push(call);
    else byKey.set(key, [call]);
  }
  const find = (phase: Phase, logicalId: string | null, afterFailure: boolean) =>
    byKey.get(keyOf(phase, logicalId, afterFailure)) ?? [];
  return {
    plan,
    waves: groupWaves(plan.resources),
    stackCalls: (phase) => find(phase, null, false),
    resourceCalls: (phase, logicalId) => find(phase, logicalId, false),
    rollbackCalls: (undoes, logicalId) => find("rollback", logicalId, false).filter((call) => call.undoes === undoes),
    cleanUpCalls: (logicalId) => find("create", logicalId, true),
  };
}

function keyOf(phase: Phase, logicalId: string | null, afterFailure: boolean): string {
  return `${phase} ${logicalId ?? ""} ${afterFailure}`;
}

function groupWaves(resources: readonly PlannedResource[]): readonly (readonly PlannedResource[])[] {
  const waves: PlannedResource[][] = [];
  for (const resource of resources) {
    while (waves.length <= resource.wave) waves.push([]);
    waves[resource.wave]?.push(resource);
  }
  return waves;
}
