import type { Phase } from "../../deployment/api-call";
import { matchRefusals } from "../match-refusals";
import type { Refusal } from "../refusals/refusal";
import type { Attempt, Denial } from "../trial";
import { phasesPassed, phasesStoppedIn } from "./attempt-phases";
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
  /** In the order of the log; `predicted: null` is what the simulator missed. */
  readonly seen: readonly { readonly refusal: Refusal; readonly predicted: PredictedDenial | null }[];
  /** Predicted, and neither met by this attempt nor by one before. */
  readonly notSeen: readonly PredictedDenial[];
}

/**
 * What a real attempt was refused beside what was predicted: by any attempt of the trial, since teams fix in another order.
 * Nothing is said to have not been seen that an attempt of which no log is known may have met.
 *
 * @param earlier the candidate's real attempts before this one
 */
export function compareRefusals(
  real: RealAttempt,
  earlier: readonly RealAttempt[],
  attempts: readonly Attempt[],
): ComparedRefusals {
  const refusals = real.log?.refusals ?? [];
  const predicted = attempts.flatMap((attempt) =>
    attempt.denials.map((denial): NumberedDenial => ({ ...denial, attempt: attempt.number })),
  );
  const matched = new Map(matchRefusals(refusals, predicted).predicted.map(({ refusal, denial }) => [refusal, denial]));
  return {
    seen: refusals.map((refusal) => {
      const denial = matched.get(refusal);
      return { refusal, predicted: denial ? tell(denial) : null };
    }),
    notSeen: listNotSeen(real, earlier, predicted),
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
): readonly PredictedDenial[] {
  const told = new Set(earlier.flatMap(phasesPassed));
  const passed = new Set(phasesPassed(real).filter((phase) => !told.has(phase)));
  const stoppedIn = new Set(phasesStoppedIn(real));
  const beside = findBeside(real, predicted);
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
