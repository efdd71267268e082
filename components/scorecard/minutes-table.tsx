import { ApproachLabel } from "@/components/comparison/approach-label";
import { formatMinutes } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { MinutesPart } from "@/lib/domain/scoring/scores";
import { EvidenceMark } from "./evidence-mark";
import { MinutesBar, minutesPartStrength, minutesPartTitles } from "./minutes-bar";

/** Where the minutes go: a stacked bar for each candidate, and every part with its constant and where that comes from. */
export function MinutesTable({ candidates }: { candidates: readonly TriedCandidate[] }) {
  const timed = candidates.flatMap((candidate) =>
    candidate.scores ? [{ candidate, time: candidate.scores.timeToWorking }] : [],
  );
  if (timed.length === 0) return null;
  const longest = Math.max(1, ...timed.map(({ time }) => sumOf(time.parts)));
  return (
    <section>
      <h2 className="text-title font-strong">Where the minutes go</h2>
      <div className="figures mt-2 flex flex-col">
        {timed.map(({ candidate, time }) => (
          <details key={candidate.name} className="border-b border-line">
            <summary className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-4 py-2 sm:grid-cols-[13rem_minmax(0,1fr)_6rem]">
              <span className="caret">
                <ApproachLabel candidate={candidate} />
              </span>
              <span data-approach={candidate.approach} className="max-sm:order-last max-sm:col-span-2">
                <MinutesBar parts={time.parts} longest={longest} />
              </span>
              <span className="text-right">
                {time.minutes === null ? "never" : formatMinutes(time.minutes)}{" "}
                {time.minutes !== null && <span className="text-small text-soft">min</span>}{" "}
                <EvidenceMark evidence="simulated" />
              </span>
            </summary>
            <PartRows parts={time.parts} approach={candidate.approach} />
          </details>
        ))}
      </div>
    </section>
  );
}

function PartRows({ parts, approach }: { parts: readonly MinutesPart[]; approach: TriedCandidate["approach"] }) {
  return (
    <table className="mb-3 w-full text-small" data-approach={approach}>
      <tbody>
        {parts.map(({ part, minutes, how, source }) => (
          <tr key={`${part} ${how}`} className="align-baseline">
            <th scope="row" className="py-0.5 pr-4 text-left font-normal whitespace-nowrap sm:w-52">
              <span className={`mr-2 inline-block size-2 bg-(--hue) ${minutesPartStrength[part]}`} aria-hidden="true" />
              {minutesPartTitles[part]}
            </th>
            <td className="w-full pr-4 text-soft break-arn">
              {how}{" "}
              {source.startsWith("https://") ? (
                <a href={source} className="text-link" target="_blank" rel="noreferrer">
                  source
                </a>
              ) : (
                <span>({source})</span>
              )}
            </td>
            <td className="w-24 text-right whitespace-nowrap">{formatMinutes(minutes)} min</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sumOf(parts: readonly MinutesPart[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0);
}
