import type { Phase } from "../../deployment/api-call";
import { matchRefusals } from "../match-refusals";
import type { Refusal } from "../refusals/refusal";
import type { Attempt, Denial } from "../trial";
import { phasesPassed, phasesStoppedIn } from "./attempt-phases";
import { countFixes, countHeldFixes } from "./deployed-policies";
import type { RealAttempt } from "./real-attempt";

/** A denial of the simulated trial, as far as it is compared. */
export interface PredictedDenial {
  /** 1-based number of the simulated attempt. */
  readonly attempt: number;
  readonly phase: Phase;
  readonly action: string;
  readonly logicalId: string | null;
}

export interface ComparedRefusals {
  /** Number of the simulated attempt with the very policies that were deployed; `null` where it is not said which. */
  readonly sameAttempt: number | null;
  /** In the order of the log; `predicted: null` is what the simulator missed. */
  readonly seen: readonly SeenRefusal[];
  /** Predicted and not met. */
  readonly notSeen: readonly PredictedDenial[];
}

interface SeenRefusal {
  readonly refusal: Refusal;
  readonly predicted: PredictedDenial | null;
  /** A denial of an earlier simulated attempt, which a fix among the deployed policies was to lift. */
  readonly lifted: PredictedDenial | null;
}

/**
 * What a real attempt was refused beside what was predicted for the policies that were deployed. Fixes only add, so that
 * these are the denials of the simulated attempt with the same policies, and of those after it.
 *
 * Where it is not said which were deployed, those of any attempt count, since teams fix in another order; and nothing is
 * said to have not been seen that an attempt before this one has met, or may have met where no log of it is known.
 *
 * @param earlier the candidate's real attempts before this one
 */
export function compareRefusals(
  real: RealAttempt,
  earlier: readonly RealAttempt[],
  attempts: readonly Attempt[],
): ComparedRefusals {
  const refusals = real.log?.refusals ?? [];
  const sameAttempt = real.policies === null ? null : 1 + countHeldFixes(real.policies, countFixes(attempts));
  const denials = attempts.flatMap((attempt) =>
    attempt.denials.map((denial): NumberedDenial => ({ ...denial, attempt: attempt.number })),
  );
  const predicted = denials.filter(({ attempt }) => attempt >= (sameAttempt ?? 1));
  const lifted = denials.filter(({ attempt }) => attempt < (sameAttempt ?? 1));
  const findIn = (among: readonly NumberedDenial[], refusal: Refusal) => {
    const [match] = matchRefusals([refusal], among).predicted;
    return match ? tell(match.denial) : null;
  };
  return {
    sameAttempt,
    seen: refusals.map((refusal) => {
      const found = findIn(predicted, refusal);
      return { refusal, predicted: found, lifted: found ? null : findIn(lifted, refusal) };
    }),
    notSeen:
      sameAttempt === null
        ? listNotSeen(real, earlier, predicted, findBeside(real, predicted))
        : listNotSeen(real, [], predicted, findNext(real, predicted)),
  };
}

type NumberedDenial = Denial & { readonly attempt: number };

function tell({ attempt, phase, logicalId, request }: NumberedDenial): PredictedDenial {
  return { attempt, phase, logicalId, action: request.action };
}

function listNotSeen(
  real: RealAttempt,
  earlier: readonly RealAttempt[],
  predicted: readonly NumberedDenial[],
  beside: number | null,
): readonly PredictedDenial[] {
  const told = new Set(earlier.flatMap(phasesPassed));
  const passed = new Set(phasesPassed(real).filter((phase) => !told.has(phase)));
  const stoppedIn = new Set(phasesStoppedIn(real));
  const unknown = new Set([...earlier, real].filter(({ log }) => log === null).flatMap(phasesStoppedIn));
  const seen = [...earlier, real].flatMap(({ log }) => log?.refusals ?? []);
  const open = predicted.filter(
    (denial) =>
      denial.effect === "failed" &&
      !unknown.has(denial.phase) &&
      (passed.has(denial.phase) || (stoppedIn.has(denial.phase) && denial.attempt === beside)) &&
      matchRefusals(seen, [denial]).predicted.length === 0,
  );
  const keyOf = ({ phase, logicalId, action }: PredictedDenial) => [phase, logicalId, action].join(" ");
  return [...new Map(open.toReversed().map((denial) => [keyOf(tell(denial)), tell(denial)])).values()].toReversed();
}

/** The simulated attempt that predicted most of what this one was refused: what else it predicted was due as well. */
function findBeside(real: RealAttempt, predicted: readonly NumberedDenial[]): number | null {
  const refusals = real.log?.refusals ?? [];
  const counts = new Map<number, number>();
  for (const refusal of refusals) {
    const numbers = predicted.filter((denial) => matchRefusals([refusal], [denial]).predicted.length > 0);
    for (const number of new Set(numbers.map(({ attempt }) => attempt))) {
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  const most = Math.max(...counts.values());
  return [...counts].toSorted(([a], [b]) => a - b).find(([, count]) => count === most)?.[0] ?? null;
}

/** The first simulated attempt that is stopped where this one was: all that it predicted there was due. */
function findNext(real: RealAttempt, predicted: readonly NumberedDenial[]): number | null {
  const stoppedIn = phasesStoppedIn(real);
  return predicted.find(({ phase }) => stoppedIn.includes(phase))?.attempt ?? null;
}
