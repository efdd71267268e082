import { countOf, formatCount } from "@/components/ui/format-figure";
import type { ComparedAttempt } from "@/lib/domain/scoring/compare-with-reality";
import type { ComparedRefusals } from "@/lib/domain/trial/real-attempts/compare-refusals";

interface RefusalRowsProps {
  readonly refusals: ComparedRefusals;
  readonly attempt: Pick<ComparedAttempt, "log" | "outcome">;
}

/** Seen and predicted, seen and missed by the simulator, predicted and not seen: each said in words. */
export function RefusalRows({ refusals: { seen, notSeen }, attempt }: RefusalRowsProps) {
  const hasLog = attempt.log !== null;
  if (!hasLog && notSeen.length === 0) return null;
  return (
    <>
      {hasLog && <p className="figures text-small text-soft">{summarise(seen)}</p>}
      {seen.length + notSeen.length > 0 && (
        <ul className="figures mt-1 text-small">
          {seen.map(({ refusal, predicted }) => (
            <Row
              key={`${refusal.line} ${refusal.action} ${refusal.resource}`}
              place={`line ${refusal.line}`}
              action={refusal.action}
              on={refusal.logicalId ?? refusal.resource}
              verdict={predicted ? `✓ predicted in attempt ${predicted.attempt}` : "✕ not predicted"}
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
          Not seen: the simulator expects too much, or more had been granted by then
          {attempt.outcome !== "complete" && ", or it comes later: CloudFormation cancels what runs beside a failure"}.
        </p>
      )}
    </>
  );
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
