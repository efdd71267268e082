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
      {repaired.survived} of {countOf(repaired.versions, "deployment")} would have gone through{" "}
      <EvidenceMark evidence="simulated" />
      <span className="text-small text-soft">
        {" "}
        {asProposed.survived} of {asProposed.versions} as proposed
        {apart.length > 0 && `; ${apart.join(", ")}`}
      </span>
    </span>
  );
}

const marks = {
  deploys: "h-2 self-end bg-(--hue)",
  fails: "h-5 bg-denied",
  rejected: "h-px self-end bg-edge",
  "not-modelled": "h-2 self-end border border-edge",
};

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
  return (
    <div
      role="img"
      aria-label={`${titleOf(candidate)}: of ${versions.length} versions ${survived} deploy and ${failed} fail`}
      className="mt-1 flex h-5 items-stretch gap-px"
    >
      {versions.map(({ position, outcome }) => {
        const verdict = outcome?.verdicts.find((verdicts) => verdicts.candidate === candidate.name)?.repaired.verdict;
        return (
          <span
            key={position}
            className={`max-w-4 min-w-0 grow ${verdict ? marks[verdict] : "h-px self-end bg-line"}`}
          />
        );
      })}
    </div>
  );
}
