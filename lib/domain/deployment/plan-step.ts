import type { StackTarget } from "../stack";
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
  /** Several plans will have it, as the very same object. Shared steps with the same `call` differ in their place alone. */
  readonly isShared?: true;
  readonly call: CallSpec;
}

/** Steps are made once for the same name and the same of what they depend on, beside target and settings. */
export type KeepSteps = (
  name: readonly [part: string, ...dependsOn: unknown[]],
  make: () => readonly PlanStep[],
) => readonly PlanStep[];

export type ShareSteps = (steps: readonly PlanStep[], target: StackTarget) => readonly PlanStep[];

/** More than the changes of one template need; a long history starts the table afresh. */
const maximumShared = 10_000;

/** Steps that say the same of the same account and region become the very same object. */
export function startSharingSteps(): ShareSteps {
  const known = new Map<string, PlanStep>();
  return (steps, { account, region }) =>
    steps.map((step) => {
      const text = `${account} ${region} ${JSON.stringify(step)}`;
      const shared = known.get(text) ?? { ...step, isShared: true };
      if (known.size >= maximumShared) known.clear();
      known.set(text, shared);
      return shared;
    });
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
