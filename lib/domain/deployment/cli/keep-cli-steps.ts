import type { DeploySettings } from "../../stack";
import type { DeployableStack } from "../deployment-plan";
import type { KeepSteps, PlanStep } from "../plan-step";
import type { StateContext } from "../stack-state";
import { beforeUpdateSteps, changeSetSteps, typedParameterSteps, waitingSteps } from "./change-set-steps";
import { packageSteps } from "./package-steps";
import { readPackaged } from "./packaged-stack";
import { failedStackRemoval, removalSteps } from "./removal-steps";

/** The steps of a deployment that concern no resource of the stack, by their place in it. */
export interface CliSteps {
  readonly beforeStart: readonly PlanStep[];
  readonly beforeCreate: readonly PlanStep[];
  readonly afterCreate: readonly PlanStep[];
  readonly beforeUpdate: readonly PlanStep[];
  readonly afterUpdate: readonly PlanStep[];
  readonly afterFailedCreate: readonly PlanStep[];
  readonly beforeDelete: readonly PlanStep[];
}

/** More than the changes of one template need; a long history starts the table afresh. */
const maximumKept = 1000;

/**
 * They are made once for all stacks that are the same as far as the steps depend on them: those of each artifact for that
 * artifact, whatever others there are.
 */
export function startKeepingCliSteps(
  settings: DeploySettings,
  context: StateContext,
): (stack: DeployableStack) => CliSteps {
  const keepWhole = startKeeping<CliSteps>();
  const keepPart = startKeeping<readonly PlanStep[]>();
  return (stack) => {
    const packaged = readPackaged(stack);
    const { artifacts: _artifacts, ...unpackaged } = packaged;
    const { target, typedParameters } = packaged;
    const place = JSON.stringify(target);
    const keep: KeepSteps = (name, make) =>
      keepPart(`${place} ${JSON.stringify(name)}`, () => make().map((step) => ({ ...step, isShared: true })));
    return keepWhole(JSON.stringify(packaged), () => ({
      beforeStart: [
        ...packageSteps(packaged, settings, context, keep),
        ...keep(["change set", unpackaged], () => changeSetSteps(unpackaged, settings)),
      ],
      beforeCreate: keep(["to be created", typedParameters], () => typedParameterSteps(unpackaged, "create", settings)),
      afterCreate: keep(["created"], () => waitingSteps(target, "create")),
      beforeUpdate: keep(["before update", typedParameters], () => [
        ...beforeUpdateSteps(target),
        ...typedParameterSteps(unpackaged, "update", settings),
      ]),
      afterUpdate: keep(["updated"], () => waitingSteps(target, "update")),
      afterFailedCreate: keep(["failed"], () => failedStackRemoval(target)),
      beforeDelete: removalSteps(packaged, settings, keep),
    }));
  };
}

function startKeeping<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const kept = known.get(key) ?? make();
    if (known.size >= maximumKept) known.clear();
    known.set(key, kept);
    return kept;
  };
}
