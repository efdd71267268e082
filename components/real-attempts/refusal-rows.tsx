import { countOf } from "@/components/ui/format-figure";
import type { ComparedRefusals } from "@/lib/domain/trial/real-attempts/compare-refusals";

/** Seen and predicted, seen and missed by the simulator, predicted and not seen: each said in words. */
export function RefusalRows({ refusals, hasLog }: { refusals: ComparedRefusals; hasLog: boolean }) {
  const { seen, notSeen, beside } = refusals;
  const missed = seen.filter(({ predicted }) => predicted === null).length;
  if (!hasLog) return null;
  return (
    <>
      <p className="figures text-small text-soft">{summarise(seen.length, missed, notSeen.length, beside)}</p>
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
      {notSeen.length > 0 && seen.length > 0 && (
        <p className="text-small text-soft">
          CloudFormation cancels what runs beside the first failure, so what was not seen may come in a later attempt.
        </p>
      )}
    </>
  );
}

function summarise(seen: number, missed: number, notSeen: number, beside: number | null): string {
  const met =
    seen === 0 ? "No refusal in the log" : `${countOf(seen, "refusal")} in the log, ${seen - missed} predicted`;
  const laid = beside === null ? "" : `, laid beside the simulated attempt ${beside}`;
  const open = notSeen === 0 ? "" : `; ${countOf(notSeen, "predicted one", "predicted ones")} not seen`;
  return `${met}${open}${laid}.`;
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
