import { titleOf } from "@/components/comparison/approach";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Replay, ReplayVersion } from "@/lib/schemas/replay";

/** The whole history at a glance: a line for each candidate, a mark for each version, and what came of them. */
export function HistoryStrips({
  replay: { versions, shares },
  candidates,
}: {
  replay: Replay;
  candidates: readonly TriedCandidate[];
}) {
  return (
    <ul className="my-5 flex flex-col gap-4">
      {candidates.map((candidate) => {
        const share = shares.find((one) => one.candidate === candidate.name);
        return (
          <li key={candidate.name} data-approach={candidate.approach}>
            <p className="flex flex-wrap items-baseline gap-x-4">
              <span className="font-strong">
                <ApproachLabel candidate={candidate} />
              </span>
              {share ? <Summary share={share} /> : <span className="text-soft">no deployment was judged yet</span>}
            </p>
            {share && <Strip versions={versions} candidate={candidate} share={share} />}
          </li>
        );
      })}
    </ul>
  );
}

type CandidateShare = Replay["shares"][number];

function Summary({ share: { asProposed, repaired } }: { share: CandidateShare }) {
  const apart = [
    repaired.rejected > 0 ? `${repaired.rejected} rejected whatever the role` : "",
    repaired.notModelled > 0 ? `${repaired.notModelled} not modelled` : "",
  ].filter((part) => part !== "");
  return (
    <span className="figures">
      {repaired.survived} of {countOf(repaired.versions, "deployment")} would have gone{" "}
      <span className="whitespace-nowrap">
        through <EvidenceMark evidence="simulated" />
      </span>{" "}
      <span className="text-small text-soft max-sm:block">
        {asProposed.survived} of {asProposed.versions} as proposed
        {apart.length > 0 && `; ${apart.join(", ")}`}
      </span>
    </span>
  );
}

/** How a mark is drawn, from which height down on a strip of 20; failures last and never too thin to be seen. */
const marks = {
  untried: { top: 19, className: "fill-line" },
  rejected: { top: 19, className: "fill-edge" },
  "not-modelled": { top: 12, className: "fill-none stroke-edge" },
  deploys: { top: 12, className: "fill-(--hue)" },
  fails: { top: 0, className: "fill-denied" },
};
const inOrder: readonly Mark[] = ["untried", "rejected", "not-modelled", "deploys", "fails"];

type Mark = keyof typeof marks;

/** So many marks can be told apart; more of them are drawn without gaps, those that are alike as one. */
const mostApart = 150;

/** Oldest to the left. A failure stands taller than the rest, so that it is seen without its colour too. */
function Strip({
  versions,
  candidate,
  share: { repaired },
}: {
  versions: readonly ReplayVersion[];
  candidate: TriedCandidate;
  share: CandidateShare;
}) {
  const { survived } = repaired;
  const failed = repaired.versions - survived;
  const gap = versions.length > mostApart ? 0 : 0.12;
  const drawn = versions.map(({ outcome }): Mark => {
    const verdicts = outcome?.verdicts.find((one) => one.candidate === candidate.name);
    return verdicts?.repaired.verdict ?? "untried";
  });
  return (
    <svg
      role="img"
      aria-label={`${titleOf(candidate)}: of ${versions.length} versions ${survived} deploy and ${failed} fail`}
      viewBox={`0 0 ${versions.length} 20`}
      preserveAspectRatio="none"
      style={{ maxWidth: `${versions.length}rem` }}
      className="mt-1 h-5 w-full"
    >
      {inOrder.map((mark) => (
        <path
          key={mark}
          d={drawMarks(drawn, mark, gap)}
          vectorEffect="non-scaling-stroke"
          className={`${marks[mark].className} ${mark === "fails" && gap === 0 ? "stroke-denied" : ""}`}
        />
      ))}
    </svg>
  );
}

/** A rectangle for each run of this mark, or for each mark where gaps stand between them. */
function drawMarks(drawn: readonly Mark[], mark: Mark, gap: number): string {
  const runs: { from: number; to: number }[] = [];
  for (const [index, other] of drawn.entries()) {
    if (other !== mark) continue;
    const last = runs.at(-1);
    if (last?.to === index && gap === 0) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  const { top } = marks[mark];
  return runs.map(({ from, to }) => `M${from} ${top}H${to - gap}V20H${from}Z`).join("");
}
