import type { CandidatePolicies } from "../../domain/approaches/candidate";
import { differCandidates } from "../../domain/trial/differ-candidates";
import type { AppliedFix, Attempt, Denial, FixPart, StackEvent, Trial } from "../../domain/trial/trial";

type Lacking<Whole, Names extends keyof Whole> = Omit<Whole, Names> & Partial<Pick<Whole, Names>>;

type EarlierFixPart = Lacking<FixPart, "policy" | "gains">;
type EarlierFix = Lacking<Omit<AppliedFix, "parts">, "documents"> & { readonly parts: readonly EarlierFixPart[] };
type EarlierAttempt = Omit<Attempt, "events" | "fix"> & {
  readonly events: readonly Lacking<StackEvent, "phase" | "denial">[];
  readonly fix: EarlierFix | null;
};

/** A trial as the versions until November 2026 stored it: without what steps and text differences need. */
export type StoredTrial = Lacking<Omit<Trial, "attempts">, "repairs"> & {
  readonly attempts: readonly EarlierAttempt[];
};

/** Fills in what can be told from the rest; the text difference of a single fix is not kept there and stays empty. */
export function completeTrial(stored: StoredTrial, proposed: CandidatePolicies | null): Trial {
  return {
    ...stored,
    repairs: stored.repairs ?? (proposed ? differCandidates(proposed, stored.workingPolicies) : []),
    attempts: stored.attempts.map(completeAttempt),
  };
}

function completeAttempt(attempt: EarlierAttempt): Attempt {
  return {
    ...attempt,
    events: attempt.events.map((event) => ({
      ...event,
      phase: event.phase ?? attempt.phase,
      denial: event.denial === undefined ? findDenial(attempt.denials, event.reason) : event.denial,
    })),
    fix: attempt.fix && {
      ...attempt.fix,
      parts: attempt.fix.parts.map(completePart),
      documents: attempt.fix.documents ?? [],
    },
  };
}

function findDenial(denials: readonly Denial[], reason: string | null): number | null {
  const index = denials.findIndex(({ message }) => reason?.includes(message));
  return index < 0 ? null : index;
}

function completePart(part: EarlierFixPart): FixPart {
  const { statement } = part;
  const gains = { actions: [statement.Action ?? []].flat(), resources: [statement.Resource ?? []].flat() };
  return { ...part, policy: part.policy ?? 0, gains: part.gains ?? gains };
}
