import type { DeployedPolicies } from "@/lib/domain/trial/real-attempts/deployed-policies";
import type { RealAttemptOrigin, RealPhase } from "@/lib/domain/trial/real-attempts/real-attempt";
import type { AttemptOutcome } from "@/lib/domain/trial/trial";

const operationWords = { create: "creation", update: "update", delete: "deletion" } as const;

const outcomeWords: Readonly<Record<AttemptOutcome, string>> = {
  complete: "went through",
  "rolled-back": "rolled back",
  stuck: "stuck",
  "not-started": "nothing was made",
};

/** How an attempt ended, and where, as far as that is known. */
export function describeEnding(outcome: AttemptOutcome, phase: RealPhase | null): string {
  if (phase === null) return outcomeWords[outcome];
  if (phase === "package") return `${outcomeWords[outcome]}, refused while packaging`;
  if (phase === "changeset") return `${outcomeWords[outcome]}, refused at the change set`;
  return outcome === "complete"
    ? `${operationWords[phase]} went through`
    : `${operationWords[phase]} ${outcomeWords[outcome]}`;
}

/** As in "with the policies after fix 2". */
export function describePolicies(policies: DeployedPolicies): string {
  if (policies === "repaired") return "as repaired";
  return policies === "as-proposed" ? "as proposed" : `after fix ${policies.slice("after-fix-".length)}`;
}

export const originWords: Readonly<Record<RealAttemptOrigin, string>> = {
  "by-hand": "recorded by hand",
  "pasted-log": "from a pasted log",
  workflow: "sent by a workflow",
};

/** As in "creation and update"; all three where none is given. */
export function listOperations(operations: readonly ("create" | "update" | "delete")[]): string {
  const told = operations.length > 0 ? operations : (["create", "update", "delete"] as const);
  const words = told.map((operation) => operationWords[operation]);
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}
