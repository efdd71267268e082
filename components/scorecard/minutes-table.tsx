import type { ReactNode } from "react";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { formatMinutes } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { MinutesPart } from "@/lib/domain/scoring/scores";
import { EvidenceMark } from "./evidence-mark";
import { MinutesBarWithWords, minutesPartTitles, PartSwatch } from "./minutes-bar";

/**
 * Where the minutes go: a stacked bar for each candidate, all on one scale, and every part with its constant and where that
 * comes from. `children` stand under it: what its team can change.
 */
export function MinutesTable({
  candidates,
  hasRealAttempts,
  children,
}: {
  candidates: readonly TriedCandidate[];
  hasRealAttempts: boolean;
  children?: ReactNode;
}) {
  const timed = candidates.flatMap((candidate) =>
    candidate.scores ? [{ candidate, time: candidate.scores.timeToWorking }] : [],
  );
  if (timed.length === 0) return null;
  const longest = Math.max(1, ...timed.map(({ time }) => sumOf(time.parts)));
  return (
    <section>
      <h2 className="text-title font-strong">Where the minutes go</h2>
      <p className="mt-1 max-w-[75ch] text-soft">
        A model: constants, as often as the trial needs them until create, update and delete succeed. Open a line to see
        each one and where it is from.
        {hasRealAttempts && " Real attempts are not in it; their minutes stand under Trial."}
      </p>
      <div className="figures mt-2 flex flex-col">
        {timed.map(({ candidate, time }) => (
          <details key={candidate.name} className="border-b border-line">
            <summary className="grid grid-cols-[minmax(0,1fr)_6.5rem] gap-x-4 py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)_7rem] print:grid-cols-[13rem_minmax(0,1fr)_10rem]">
              <span className="caret">
                <ApproachLabel candidate={candidate} />
              </span>
              <span data-approach={candidate.approach} className="max-sm:order-last max-sm:col-span-2">
                <MinutesBarWithWords parts={time.parts} longest={longest} />
                {!time.converges && (
                  <span className="block text-small">
                    Does not converge: {candidate.trial?.reason ?? "no addition helps."} Drawn is what was spent until
                    then.
                  </span>
                )}
              </span>
              <span className="text-right">
                {time.minutes === null ? "never" : formatMinutes(time.minutes)}{" "}
                {time.minutes !== null && <span className="text-small text-soft">min</span>}{" "}
                <EvidenceMark evidence="simulated" />
                {time.parts.some(({ setBy }) => setBy) && (
                  <span className="block text-small text-soft">with own figures</span>
                )}
              </span>
            </summary>
            <PartRows candidate={candidate} parts={time.parts} />
          </details>
        ))}
      </div>
      {children}
    </section>
  );
}

function PartRows({ candidate, parts }: { candidate: TriedCandidate; parts: readonly MinutesPart[] }) {
  return (
    <table className="mb-3 w-full text-small" data-approach={candidate.approach}>
      <caption className="sr-only">Parts of the minutes of {candidate.name}</caption>
      <tbody>
        {parts.map(({ part, constant, minutes, times, how, source, setBy }) => (
          <tr key={`${part} ${constant}`} className="align-baseline">
            <th scope="row" className="py-0.5 pr-4 text-left font-normal whitespace-nowrap sm:w-52">
              <PartSwatch part={part} /> {minutesPartTitles[part]}
            </th>
            <td className="w-full pr-4 text-soft break-arn">
              {times !== undefined && times > 1 && `${times} × `}
              {how} <Source source={source} isOwn={Boolean(setBy)} />
            </td>
            <td className="w-24 text-right whitespace-nowrap">{formatMinutes(minutes)} min</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Source({ source, isOwn }: { source: string; isOwn: boolean }) {
  if (!source.startsWith("https://")) return <span className={isOwn ? "font-strong text-ink" : ""}>({source})</span>;
  return (
    <a href={source} className="text-link" target="_blank" rel="noreferrer">
      source
    </a>
  );
}

function sumOf(parts: readonly MinutesPart[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}
