import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { formatMinutes } from "@/components/ui/format-figure";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ComparedAttempt } from "@/lib/domain/scoring/compare-with-reality";
import { describeEnding, describePolicies, originWords } from "./attempt-words";
import { DeleteAttempt } from "./delete-attempt";
import { RefusalRows } from "./refusal-rows";

/** One real attempt: how it ended, how long it took, and its refusals beside the predicted ones. */
export function AttemptEntry({ attempt, canChange }: { attempt: ComparedAttempt; canChange: boolean }) {
  const { id, number, outcome, phase, minutes, evidence, log, note, startedAt, recordedAt, origin, policies } = attempt;
  const told = log?.ending;
  return (
    <li className="border-t border-line py-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="figures flex flex-wrap items-baseline gap-x-3">
          <span className="text-soft">{number}</span>
          <span className={outcome === "complete" ? "" : "text-denied"}>
            {outcome === "complete" ? "✓" : "✕"} {describeEnding(outcome, phase)}
          </span>
          <span>
            {minutes === null ? "minutes unknown" : `${formatMinutes(minutes)} min`}{" "}
            <EvidenceMark evidence={evidence} />
          </span>
          <span className="text-small text-soft">
            policies {policies === null ? "not said" : describePolicies(policies)}, {originWords[origin]},{" "}
            <TimeStamp at={startedAt ?? recordedAt} />
          </span>
        </p>
        {canChange && (
          <p className="flex items-center gap-4 print-hidden">
            {log && (
              <a href={`/api/attempts/${id}/log`} className="text-link" target="_blank" rel="noreferrer">
                Log
              </a>
            )}
            <DeleteAttempt id={id} number={number} />
          </p>
        )}
      </div>
      {note && <p className="break-arn">{note}</p>}
      {told && told.outcome !== outcome && (
        <p className="text-small text-soft">
          The log itself says otherwise: {describeEnding(told.outcome, told.phase)} (line {told.line}).
        </p>
      )}
      <RefusalRows attempt={attempt} />
    </li>
  );
}
