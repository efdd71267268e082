import type { DeploySettings } from "../stack";
import type { Unit } from "./deployed-units";
import type { PlanStep } from "./plan-step";
import type { CallSpec } from "./resource-rule";

/** Where in a plan a call for a resource is made. */
export interface StepPlace {
  readonly phase: PlanStep["phase"];
  readonly undoes: PlanStep["undoes"];
  readonly onlyAfterFailure: boolean;
}

/** A call that CloudFormation makes for a resource. */
export function unitStep(
  { id, resource }: Unit,
  { phase, undoes, onlyAfterFailure }: StepPlace,
  { topology }: DeploySettings,
  call: CallSpec,
): PlanStep {
  return {
    phase,
    logicalId: id,
    resourceType: resource.resolved.type,
    via: "cloudformation",
    principal: topology === "execution-role" ? "execution-role" : "ci",
    certainty: resource.certainty,
    onlyAfterFailure,
    undoes,
    call,
  };
}
