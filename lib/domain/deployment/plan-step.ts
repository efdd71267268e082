import type { ApiCall, Certainty, Phase, PrincipalRole } from "./api-call";
import type { CallSpec } from "./resource-rule";

/** A call with its place in the deployment, before it is numbered and its context completed. */
export interface PlanStep {
  readonly phase: Phase;
  readonly logicalId: string | null;
  readonly resourceType: string | null;
  readonly via: ApiCall["via"];
  readonly principal: PrincipalRole;
  readonly certainty: Certainty;
  readonly onlyAfterFailure: boolean;
  /** For `rollback`: which operation is undone. */
  readonly undoes: "create" | "update" | null;
  /** See {@link shareSteps}. */
  readonly isShared?: true;
  readonly call: CallSpec;
}

/** Steps that several plans will have, as the very same objects. */
export function shareSteps(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.map((step) => ({ ...step, isShared: true }));
}

export function cliStep(phase: Phase, call: CallSpec, undoes: PlanStep["undoes"] = null): PlanStep {
  return {
    phase,
    logicalId: null,
    resourceType: null,
    via: "cli",
    principal: "ci",
    certainty: "documented",
    onlyAfterFailure: false,
    undoes,
    call,
  };
}
