import { countOf, formatCount } from "@/components/ui/format-figure";
import type { ComparedAttempt } from "@/lib/domain/scoring/compare-with-reality";
import type { ComparedRefusals, PredictedDenial } from "@/lib/domain/trial/real-attempts/compare-refusals";
import { describePolicies } from "./attempt-words";

/** Seen and predicted, seen and missed by the simulator, predicted and not seen: each said in words, and beside what. */
export function RefusalRows({
  attempt,
}: {
  attempt: Pick<ComparedAttempt, "log" | "outcome" | "policies" | "refusals">;
}) {
  const { seen, notSeen } = attempt.refusals;
  const hasLog = attempt.log !== null;
  if (!hasLog && notSeen.length === 0) return null;
  return (
    <>
      <p className="figures text-small text-soft">
        {hasLog && summarise(seen)} {tellComparison(attempt)}
      </p>
      {seen.length + notSeen.length > 0 && (
        <ul className="figures mt-1 text-small">
          {seen.map(({ refusal, predicted, lifted }) => (
            <Row
              key={`${refusal.line} ${refusal.action} ${refusal.resource}`}
              place={`line ${refusal.line}`}
              action={refusal.action}
              on={refusal.logicalId ?? refusal.resource}
              verdict={tellPrediction(predicted, lifted)}
              isMiss={predicted === null}
            />
          ))}
          {notSeen.map((denial) => (
            <Row
              key={`${denial.phase} ${denial.logicalId} ${denial.action}`}
              place="not seen"
              action={denial.action}
              on={denial.logicalId}
              verdict={`○ predicted in attempt ${denial.attempt}`}
              isMiss={false}
            />
          ))}
        </ul>
      )}
      {notSeen.length > 0 && (
        <p className="text-small text-soft">
          Not seen: the simulator expects too much
          {attempt.policies === null
            ? ", or more had been granted by then"
            : ", or the role held more than these policies"}
          {attempt.outcome !== "complete" && ", or it comes later: CloudFormation cancels what runs beside a failure"}.
        </p>
      )}
    </>
  );
}

/** Which prediction the refusals stand beside. */
function tellComparison({
  policies,
  refusals: { sameAttempt },
}: Pick<ComparedAttempt, "policies" | "refusals">): string {
  return policies === null || sameAttempt === null
    ? "Which policies were deployed is not said: compared with every attempt of the trial."
    : `Compared with what is predicted for the policies ${describePolicies(policies)}: attempt ${sameAttempt} of the trial and those after it.`;
}

function tellPrediction(predicted: PredictedDenial | null, lifted: PredictedDenial | null): string {
  if (predicted) return `✓ predicted in attempt ${predicted.attempt}`;
  return lifted ? `✕ not predicted: fix ${lifted.attempt} lifts it` : "✕ not predicted";
}

function summarise(seen: ComparedRefusals["seen"]): string {
  if (seen.length === 0) return "No refusal in the log.";
  const predicted = seen.filter((one) => one.predicted !== null).length;
  return `${countOf(seen.length, "refusal")} in the log, ${formatCount(predicted)} predicted.`;
}

function Row({
  place,
  action,
  on,
  verdict,
  isMiss,
}: {
  place: string;
  action: string | null;
  on: string | null;
  verdict: string;
  isMiss: boolean;
}) {
  return (
    <li className="grid gap-x-4 border-t border-line py-1 sm:grid-cols-[5rem_minmax(0,1fr)_14rem]">
      <span className="text-soft">{place}</span>
      <span className="min-w-0 break-arn">
        <span className="font-mono">{action ?? "an action that the log does not name"}</span>
        {on && <span className="text-soft"> on {on}</span>}
      </span>
      <span className={isMiss ? "text-denied" : "text-soft"}>{verdict}</span>
    </li>
  );
}
