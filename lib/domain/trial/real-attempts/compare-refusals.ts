import type { Phase } from "../../deployment/api-call";
import { matchRefusals } from "../match-refusals";
import type { Refusal } from "../refusals/refusal";
import type { Attempt, Denial } from "../trial";
import type { RealAttempt, RealPhase } from "./real-attempt";

/** A denial of the simulated trial, as far as it is compared. */
export interface PredictedDenial {
  /** 1-based number of the simulated attempt. */
  readonly attempt: number;
  readonly phase: Phase;
  readonly action: string;
  readonly logicalId: string | null;
}

export interface ComparedRefusals {
  /** In the order of the log; `predicted: null` is what the simulator missed. */
  readonly seen: readonly { readonly refusal: Refusal; readonly predicted: PredictedDenial | null }[];
  /** The simulated attempt that is laid beside this one; `null` where the trial has none. */
  readonly beside: number | null;
  /** What that attempt foretold and this one, or an earlier one, did not meet; in phases that it went through only. */
  readonly notSeen: readonly PredictedDenial[];
}

/**
 * What a real attempt was refused beside what was foretold: by any attempt of the trial, since teams fix in another order.
 * Of the simulated attempts, the one that foretold most of it is laid beside, or else the one of the same number.
 *
 * @param number 1-based among the candidate's real attempts
 * @param earlier refusals of the real attempts before
 */
export function compareRefusals(
  real: RealAttempt,
  number: number,
  earlier: readonly Refusal[],
  attempts: readonly Attempt[],
): ComparedRefusals {
  const refusals = real.log?.refusals ?? [];
  const numbered = attempts.flatMap((attempt) =>
    attempt.denials.map((denial) => ({ ...denial, attempt: attempt.number })),
  );
  const matched = new Map(matchRefusals(refusals, numbered).predicted.map(({ refusal, denial }) => [refusal, denial]));
  const beside = findBeside(refusals, number, attempts);
  return {
    seen: refusals.map((refusal) => ({ refusal, predicted: tell(matched.get(refusal)) })),
    beside: beside?.number ?? null,
    notSeen: beside ? listNotSeen(real, [...earlier, ...refusals], beside) : [],
  };
}

type NumberedDenial = Denial & { readonly attempt: number };

function tell(denial: NumberedDenial | undefined): PredictedDenial | null {
  if (!denial) return null;
  const { attempt, phase, logicalId, request } = denial;
  return { attempt, phase, logicalId, action: request.action };
}

function findBeside(refusals: readonly Refusal[], number: number, attempts: readonly Attempt[]): Attempt | undefined {
  const counted = attempts.map((attempt) => ({
    attempt,
    foretold: matchRefusals(refusals, attempt.denials).predicted.length,
  }));
  const most = Math.max(0, ...counted.map(({ foretold }) => foretold));
  if (most > 0) return counted.find(({ foretold }) => foretold === most)?.attempt;
  return attempts[Math.min(number, attempts.length) - 1];
}

function listNotSeen(real: RealAttempt, seen: readonly Refusal[], beside: Attempt): readonly PredictedDenial[] {
  const through = phasesOf(real);
  return beside.denials
    .filter(({ effect, phase }) => effect === "failed" && through.has(phase))
    .filter((denial) => matchRefusals(seen, [denial]).predicted.length === 0)
    .flatMap((denial) => tell({ ...denial, attempt: beside.number }) ?? []);
}

const phasesUpTo: Readonly<Record<RealPhase, readonly Phase[]>> = {
  package: ["package"],
  changeset: ["package", "changeset"],
  create: ["package", "changeset", "create"],
  update: ["package", "changeset", "update", "replace"],
  delete: ["delete"],
};

const allPhases: readonly Phase[] = [...phasesUpTo.create, ...phasesUpTo.update, "delete", "rollback"];

/** The phases whose refusals an attempt can have met. */
function phasesOf({ phase, outcome }: RealAttempt): ReadonlySet<Phase> {
  if (phase === null) return new Set(outcome === "not-started" ? phasesUpTo.changeset : allPhases);
  const rolledBack = outcome === "rolled-back" || outcome === "stuck";
  return new Set([...phasesUpTo[phase], ...(rolledBack ? (["rollback"] as const) : [])]);
}
