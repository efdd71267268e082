import type { DeploySettings } from "../../stack";
import type { DeployableStack } from "../deployment-plan";
import { type PlanStep, shareSteps } from "../plan-step";
import type { StateContext } from "../stack-state";
import { beforeUpdateSteps, changeSetSteps, waitingSteps } from "./change-set-steps";
import { packageSteps } from "./package-steps";
import { readPackaged } from "./packaged-stack";
import { failedStackRemoval, removalSteps } from "./removal-steps";

/** The steps of a deployment that concern no resource of the stack, by their place in it. */
export interface CliSteps {
  readonly beforeStart: readonly PlanStep[];
  readonly afterCreate: readonly PlanStep[];
  readonly beforeUpdate: readonly PlanStep[];
  readonly afterUpdate: readonly PlanStep[];
  readonly afterFailedCreate: readonly PlanStep[];
  readonly beforeDelete: readonly PlanStep[];
}

/** More than the changes of one template need; a long history starts the table afresh. */
const maximumKept = 100;

/** They are made once for all stacks that are the same as far as the steps depend on them. */
export function startKeepingCliSteps(
  settings: DeploySettings,
  context: StateContext,
): (stack: DeployableStack) => CliSteps {
  const known = new Map<string, CliSteps>();
  return (stack) => {
    const packaged = readPackaged(stack);
    const key = JSON.stringify(packaged);
    const kept = known.get(key);
    if (kept) return kept;
    const steps: CliSteps = {
      beforeStart: shareSteps([...packageSteps(packaged, settings, context), ...changeSetSteps(packaged, settings)]),
      afterCreate: shareSteps(waitingSteps(packaged, "create")),
      beforeUpdate: shareSteps(beforeUpdateSteps(packaged)),
      afterUpdate: shareSteps(waitingSteps(packaged, "update")),
      afterFailedCreate: shareSteps(failedStackRemoval(packaged)),
      beforeDelete: shareSteps(removalSteps(packaged, settings)),
    };
    if (known.size >= maximumKept) known.clear();
    known.set(key, steps);
    return steps;
  };
}
