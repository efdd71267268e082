import { titleOf } from "@/components/comparison/approach";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf, formatMinutes } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { ActualPart } from "@/lib/domain/scoring/actual-time";
import type { CandidateReality } from "@/lib/domain/scoring/compare-with-reality";
import { minutesPartTitles } from "../scorecard/minutes-bar";
import { AttemptEntry } from "./attempt-entry";
import { describeReality } from "./describe-reality";
import { RecordDialog } from "./record-dialog";

/** What a team recorded of its deployments with a candidate, beside what was predicted; without `runId` only to read. */
export function RealAttempts({
  candidate,
  reality,
  runId,
}: {
  candidate: TriedCandidate;
  reality: CandidateReality | undefined;
  runId: string | undefined;
}) {
  if (!candidate.trial || (!reality && !runId)) return null;
  return (
    <section aria-label={`Real attempts, ${titleOf(candidate)}`} className="mt-4 max-w-[120ch]">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        {reality && <h4 className="font-strong">Real attempts</h4>}
        {runId && (
          <RecordDialog
            runId={runId}
            candidate={candidate.name}
            title={titleOf(candidate)}
            fixes={Math.max(0, candidate.trial.attempts.length - 1)}
          />
        )}
      </div>
      {reality && (
        <>
          <p className="text-soft">{describeReality(reality.time)}</p>
          <Parts parts={reality.time.parts} />
          <ol className="mt-2">
            {reality.attempts.map((attempt) => (
              <AttemptEntry key={attempt.id} attempt={attempt} canChange={runId !== undefined} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Parts({ parts }: { parts: readonly ActualPart[] }) {
  const rows = parts.map((part, order) => ({ ...part, order }));
  return (
    <details className="text-small text-soft">
      <summary className="caret inline-flex min-h-8 items-center">
        What the minutes are made of: {countOf(parts.length, "part")}
      </summary>
      <table className="figures mb-2 w-full max-w-[80ch]">
        <tbody>
          {rows.map(({ order, part, how, source, minutes, evidence }) => (
            <tr key={order} className="align-baseline">
              <th scope="row" className="py-0.5 pr-4 text-left font-normal whitespace-nowrap">
                {minutesPartTitles[part]}
              </th>
              <td className="w-full pr-4 break-arn">
                {how} <PartSource source={source} />
              </td>
              <td className="text-right whitespace-nowrap">
                {formatMinutes(minutes)} min <EvidenceMark evidence={evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function PartSource({ source }: { source: string | null }) {
  if (source === null) return null;
  if (!source.startsWith("https://")) return <span>({source})</span>;
  return (
    <a href={source} className="text-link" target="_blank" rel="noreferrer">
      source
    </a>
  );
}
