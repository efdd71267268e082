import Link from "next/link";
import { isCompared, shortTitleOf } from "@/components/comparison/approach";
import { describeMinutes, evidenceIn, knownMinutes } from "@/components/real-attempts/actual-figures";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf, formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RunStatus } from "@/lib/schemas/run";
import type { CandidateFigures, RunSummary, VersionTally } from "@/lib/schemas/run-summary";

const statusWords: Record<RunStatus, string | null> = {
  queued: "waiting",
  running: "running",
  done: null,
  failed: "✕ stopped",
};

export function RunRows({ runs }: { runs: readonly RunSummary[] }) {
  return (
    <ul>
      {runs.map((run) => (
        <li
          key={run.id}
          className="relative grid gap-x-8 gap-y-2 border-t border-line py-3 hover:bg-wash md:grid-cols-[minmax(12rem,1fr)_minmax(0,2fr)]"
        >
          <div className="min-w-0">
            <Link href={`/runs/${run.id}`} className="font-strong break-arn after:absolute after:inset-0">
              {run.stackName}
            </Link>
            {statusWords[run.status] && <span className="ml-2 text-small text-soft">{statusWords[run.status]}</span>}
            <p className="flex flex-wrap gap-x-3 text-small text-soft">
              <TimeStamp at={run.createdAt} />
              <span>{run.region}</span>
              {run.fileName && <span className="break-arn">{run.fileName}</span>}
              <span className="font-mono">{run.templateVersion}</span>
            </p>
          </div>
          <Figures candidates={run.candidates.filter(({ approach }) => isCompared(approach))} />
        </li>
      ))}
    </ul>
  );
}

/** The headline figures of the three approaches: minutes, actions granted and resilience, each as repaired. */
function Figures({ candidates }: { candidates: readonly CandidateFigures[] }) {
  return (
    <dl className="figures grid grid-cols-3 gap-x-4 text-small">
      {candidates.map((candidate) => (
        <div key={candidate.name} data-approach={candidate.approach} className="border-l-2 border-(--hue) pl-2">
          <dt className="text-soft">
            {shortTitleOf(candidate)} {candidate.scores && <EvidenceMark evidence={candidate.evidence} />}
          </dt>
          {candidate.scores ? (
            <dd className="flex flex-wrap gap-x-3">
              <Minutes simulated={candidate.scores.minutes} spent={candidate.spent} />
              <span>{formatCount(candidate.scores.granted.repaired)} actions</span>
              {candidate.scores.resilience.repaired !== null && (
                <span>{formatShare(candidate.scores.resilience.repaired)} % resilient</span>
              )}
              {describeVersions(candidate.scores).map((part) => (
                <span key={part}>{part}</span>
              ))}
            </dd>
          ) : (
            <dd className="text-soft">no figures</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Minutes of real attempts stand in place of simulated ones as soon as all that count are known; until then, beside them. */
function Minutes({ simulated, spent }: { simulated: number | null; spent: CandidateFigures["spent"] }) {
  const real = knownMinutes(spent);
  if (spent && real !== null) {
    return (
      <span>
        {formatMinutes(real)} min{" "}
        {evidenceIn(spent.parts).map((evidence) => (
          <EvidenceMark key={evidence} evidence={evidence} />
        ))}
      </span>
    );
  }
  return (
    <>
      <span>{simulated === null ? "never works" : `${formatMinutes(simulated)} min`}</span>
      {spent && <span>{describeSpent(spent)}</span>}
    </>
  );
}

function describeSpent(spent: NonNullable<CandidateFigures["spent"]>): string {
  return spent.worksAt === null
    ? `in reality ${countOf(spent.rounds, "failed attempt")} so far`
    : `in reality ${describeMinutes(spent)} min`;
}

/** Counts rather than shares: teams give few next versions, and 100 % of one says little. */
function describeVersions({ nextVersions, history }: NonNullable<CandidateFigures["scores"]>): readonly string[] {
  const tell = (tally: VersionTally | null, what: string) =>
    tally ? [`${what} ${formatCount(tally.survived)} of ${formatCount(tally.versions)}`] : [];
  return [...tell(nextVersions.repaired, "next versions"), ...tell(history.repaired, "history")];
}
