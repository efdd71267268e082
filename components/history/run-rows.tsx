import Link from "next/link";
import { isCompared, shortTitleOf } from "@/components/comparison/approach";
import { describeMinutes, evidenceIn, knownMinutes } from "@/components/real-attempts/actual-figures";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf, formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RunStatus } from "@/lib/schemas/run";
import type { CandidateFigures, RunSummary, VersionTally } from "@/lib/schemas/run-summary";

type Scores = NonNullable<CandidateFigures["scores"]>;
type Spent = NonNullable<CandidateFigures["spent"]>;

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
            <ScoreFigures scores={candidate.scores} spent={candidate.spent} />
          ) : (
            <dd className="text-soft">no figures</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function ScoreFigures({ scores, spent }: { scores: Scores; spent: CandidateFigures["spent"] }) {
  const real = knownMinutes(spent);
  const { minutes, granted, resilience } = scores;
  const beside = [
    ...(spent && real === null ? [<Reality key="reality" spent={spent} />] : []),
    ...describeVersions(scores).map((text) => <span key={text}>{text}</span>),
  ];
  return (
    <>
      <dd className="flex flex-wrap gap-x-3">
        {spent && real !== null ? (
          <span>
            {formatMinutes(real)} min <EvidenceMarks evidence={evidenceIn(spent.parts)} />
          </span>
        ) : (
          <span>{minutes === null ? "never works" : `${formatMinutes(minutes)} min`}</span>
        )}
        <span>{granted.repaired === null ? "actions not counted" : `${formatCount(granted.repaired)} actions`}</span>
        {resilience.repaired !== null && <span>{formatShare(resilience.repaired)} % resilient</span>}
      </dd>
      {beside.length > 0 && <dd className="flex flex-wrap gap-x-3 text-soft">{beside}</dd>}
    </>
  );
}

/** What real attempts tell so far, while it does not take the place of the simulated minutes. */
function Reality({ spent }: { spent: Spent }) {
  const { worksAt, rounds, attempts, parts } = spent;
  return worksAt === null ? (
    <span>
      {countOf(rounds, "real failure")} so far{" "}
      <EvidenceMarks evidence={evidenceIn(attempts.map((evidence) => ({ evidence })))} />
    </span>
  ) : (
    <span>
      real {describeMinutes(spent)} min <EvidenceMarks evidence={evidenceIn(parts)} />
    </span>
  );
}

function EvidenceMarks({ evidence }: { evidence: readonly CandidateFigures["evidence"][] }) {
  return (
    <span className="whitespace-nowrap">
      {evidence.map((one) => (
        <EvidenceMark key={one} evidence={one} />
      ))}
    </span>
  );
}

/** Counts rather than shares: teams give few next versions, and 100 % of one says little. */
function describeVersions({ nextVersions, history }: Scores): readonly string[] {
  const tell = (tally: VersionTally | null, what: string) =>
    tally ? [`${what} ${formatCount(tally.survived)}\u00a0of\u00a0${formatCount(tally.versions)}`] : [];
  return [...tell(nextVersions.repaired, "next"), ...tell(history.repaired, "history")];
}
