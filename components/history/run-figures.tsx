import { shortTitleOf } from "@/components/comparison/approach";
import { describeMinutes, evidenceIn, knownMinutes } from "@/components/real-attempts/actual-figures";
import { EvidenceMarks } from "@/components/scorecard/evidence-mark";
import { countOf, formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import type { Evidence } from "@/lib/domain/evidence";
import type { CandidateFigures, VersionTally } from "@/lib/schemas/run-summary";

type Scores = NonNullable<CandidateFigures["scores"]>;
type Spent = NonNullable<CandidateFigures["spent"]>;

/** The headline figures of the three approaches, each as repaired, so that a column of runs can be read down. */
export function RunFigures({ candidates }: { candidates: readonly CandidateFigures[] }) {
  return (
    <dl className="figures grid grid-cols-3 gap-x-4 text-small">
      {candidates.map((candidate) => (
        <div
          key={candidate.name}
          data-approach={candidate.approach}
          className="min-w-0 border-l-2 border-(--hue) pl-1.5 sm:pl-2"
        >
          <dt className="text-soft">
            {shortTitleOf(candidate)} {candidate.scores && <EvidenceMarks evidence={[candidate.evidence]} />}
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

interface Figure {
  readonly text: string;
  readonly unit: string;
  readonly evidence: readonly Evidence[];
}

function ScoreFigures({ scores, spent }: { scores: Scores; spent: CandidateFigures["spent"] }) {
  const beside = [
    ...(spent && knownMinutes(spent) === null ? [<Reality key="reality" spent={spent} />] : []),
    ...describeVersions(scores).map((text) => (
      <span key={text} className="whitespace-nowrap">
        {text} <EvidenceMarks evidence={["simulated"]} />
      </span>
    )),
  ];
  return (
    <>
      <dd className="grid min-[82rem]:grid-cols-[5fr_6fr_5fr]">
        {listFigures(scores, spent).map(({ text, unit, evidence }) => (
          <span key={unit} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-1">
            <span className="text-right whitespace-nowrap">{text}</span>
            <span className="text-soft">
              {unit} <EvidenceMarks evidence={evidence} />
            </span>
          </span>
        ))}
      </dd>
      {beside.length > 0 && <dd className="flex flex-wrap gap-x-3 text-soft">{beside}</dd>}
    </>
  );
}

function listFigures({ minutes, granted, resilience }: Scores, spent: Spent | null): readonly Figure[] {
  const evidence: readonly Evidence[] = ["simulated"];
  return [
    tellMinutes(minutes, spent),
    granted.repaired === null
      ? { text: "–", unit: "actions not counted", evidence: [] }
      : { text: formatCount(granted.repaired), unit: "actions", evidence },
    ...(resilience.repaired === null ? [] : [{ text: formatShare(resilience.repaired), unit: "%", evidence }]),
  ];
}

/** Minutes of real attempts stand in place of the simulated ones as soon as all that count are known. */
function tellMinutes(minutes: number | null, spent: Spent | null): Figure {
  const real = knownMinutes(spent);
  if (spent && real !== null) return { text: formatMinutes(real), unit: "min", evidence: evidenceIn(spent.parts) };
  return minutes === null
    ? { text: "never", unit: "works", evidence: ["simulated"] }
    : { text: formatMinutes(minutes), unit: "min", evidence: ["simulated"] };
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

/** Counts rather than shares: teams give few next versions, and 100 % of one says little. */
function describeVersions({ nextVersions, history }: Scores): readonly string[] {
  const tell = (tally: VersionTally | null, what: string) =>
    tally ? [`${what} ${formatCount(tally.survived)} of ${formatCount(tally.versions)}`] : [];
  return [...tell(nextVersions.repaired, "next"), ...tell(history.repaired, "history")];
}
