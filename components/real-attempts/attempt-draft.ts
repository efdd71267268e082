import type { DeployedPolicies } from "@/lib/domain/trial/real-attempts/deployed-policies";
import { deployedPoliciesSchema, type NewRealAttemptRequest } from "@/lib/schemas/real-attempt";
import { describeEnding, describePolicies } from "./attempt-words";

/** What is typed into the dialog, as text. */
export interface AttemptDraft {
  /** One of {@link listStates}; empty: not said. */
  readonly policies: string;
  /** `outcome phase` of {@link endings}; empty: as the log says. */
  readonly ending: string;
  readonly minutes: string;
  /** As a field of type datetime-local has it, in the reader's own time zone. */
  readonly startedAt: string;
  readonly note: string;
  readonly log: string;
}

export const emptyDraft: AttemptDraft = { policies: "", ending: "", minutes: "", startedAt: "", note: "", log: "" };

const combinations = [
  ["complete", "create"],
  ["complete", "update"],
  ["complete", "delete"],
  ["rolled-back", "create"],
  ["rolled-back", "update"],
  ["stuck", "create"],
  ["stuck", "update"],
  ["stuck", "delete"],
  ["not-started", "package"],
  ["not-started", "changeset"],
] as const;

/** How an attempt can end, to choose from. */
export const endings = combinations.map(([outcome, phase]) => ({
  value: `${outcome} ${phase}`,
  title: describeEnding(outcome, phase),
  outcome,
  phase,
}));

/** The states of a candidate that can have been deployed, by how many fixes its trial made. */
export function listStates(fixes: number): readonly { readonly value: DeployedPolicies; readonly title: string }[] {
  const between = Array.from(
    { length: Math.max(0, fixes - 1) },
    (_, index): DeployedPolicies => `after-fix-${index + 1}`,
  );
  const states: readonly DeployedPolicies[] = ["as-proposed", ...between, "repaired"];
  return states.map((value) => ({ value, title: describePolicies(value) }));
}

/** What the page sends; `null` for minutes that are no number. */
export function toRequest(draft: AttemptDraft, candidate: string): NewRealAttemptRequest | null {
  const ending = endings.find(({ value }) => value === draft.ending);
  const minutes = draft.minutes.trim() === "" ? null : Number(draft.minutes.replace(",", "."));
  if (Number.isNaN(minutes)) return null;
  return {
    candidate,
    policies: deployedPoliciesSchema.safeParse(draft.policies).data ?? null,
    origin: draft.log.trim() === "" ? "by-hand" : "pasted-log",
    outcome: ending?.outcome ?? null,
    phase: ending?.phase ?? null,
    minutes,
    startedAt: draft.startedAt === "" ? null : new Date(draft.startedAt).toISOString(),
    note: draft.note,
    log: draft.log,
  };
}
