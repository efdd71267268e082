import type { Phase } from "../../deployment/api-call";
import type { RealAttempt, RealPhase } from "./real-attempt";

const before: Readonly<Record<RealPhase, readonly Phase[]>> = {
  package: [],
  changeset: ["package"],
  create: ["package", "changeset"],
  update: ["package", "changeset"],
  delete: [],
};

const own: Readonly<Record<RealPhase, readonly Phase[]>> = {
  package: ["package"],
  changeset: ["changeset"],
  create: ["create"],
  update: ["update", "replace"],
  delete: ["delete"],
};

/** The phases that an attempt left behind without being stopped: whatever was predicted for them did not come. */
export function phasesPassed({ phase, outcome }: RealAttempt): readonly Phase[] {
  if (phase === null) return outcome === "rolled-back" ? before.create : [];
  return outcome === "complete" ? [...before[phase], ...own[phase]] : before[phase];
}

/** The phases in which an attempt was stopped, its rollback among them; all that it can have been where nobody says. */
export function phasesStoppedIn({ phase, outcome }: RealAttempt): readonly Phase[] {
  if (outcome === "complete") return [];
  const rollback: readonly Phase[] = outcome === "not-started" ? [] : ["rollback"];
  if (phase !== null) return [...own[phase], ...rollback];
  const possible: readonly RealPhase[] =
    outcome === "not-started" ? ["package", "changeset"] : ["create", "update", "delete"];
  return [...possible.flatMap((one) => own[one]), ...rollback];
}
