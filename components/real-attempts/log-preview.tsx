"use client";

import { useLogInspection } from "@/components/queries/inspect-log";
import { useSettled } from "@/components/start/use-settled";
import { countOf, formatMinutes } from "@/components/ui/format-figure";
import type { AttemptLog } from "@/lib/domain/trial/real-attempts/attempt-log";
import { describeEnding } from "./attempt-words";

/** What is read out of a log while it is being pasted. */
export function LogPreview({ log }: { log: string }) {
  const settled = useSettled(log);
  const { data, error } = useLogInspection(settled);
  if (settled.trim() === "") return null;
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <section aria-label="What is read in the log" className="bg-wash px-3 py-2">
      {data ? <Reading reading={data} /> : <p className="text-soft">Reading the log</p>}
    </section>
  );
}

const shownAtOnce = 8;

function Reading({ reading: { refusals, ending, times } }: { reading: AttemptLog }) {
  return (
    <>
      <p role="status" className="figures">
        {ending
          ? `Ended: ${describeEnding(ending.outcome, ending.phase)} (line ${ending.line}).`
          : "Does not say how it ended."}{" "}
        {times ? `Took ${formatMinutes(times.minutes)} min.` : "Has no times."} {countOf(refusals.length, "refusal")}.
      </p>
      <ul className="figures text-small">
        {refusals.slice(0, shownAtOnce).map(({ line, action, logicalId, resource }) => (
          <li
            key={`${line} ${action} ${resource}`}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1"
          >
            <span className="text-soft">line {line}</span>
            <span className="break-arn">
              <span className="font-mono">{action ?? "an action that the log does not name"}</span>
              {(logicalId ?? resource) && <span className="text-soft"> on {logicalId ?? resource}</span>}
            </span>
          </li>
        ))}
      </ul>
      {refusals.length > shownAtOnce && (
        <p className="text-small text-soft">{refusals.length - shownAtOnce} more, all of which are recorded.</p>
      )}
    </>
  );
}
