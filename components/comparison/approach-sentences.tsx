import type { ReactNode } from "react";
import { MarkedText } from "@/components/scorecard/evidence-mark";
import { CodeInText } from "@/components/ui/code-in-text";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import { isCompared, titleOf } from "./approach";
import { describeCandidate } from "./describe-candidate";

/** One sentence for each of the three approaches, and for what the team gave beside them. */
export function ApproachSentences({ candidates, llm }: { candidates: readonly TriedCandidate[]; llm: ReactNode }) {
  const told = candidates.filter(
    ({ approach }) => isCompared(approach) || approach === "current" || approach === "candidate",
  );
  return (
    <dl className="my-6 flex max-w-[120ch] flex-col gap-2">
      {told.map((candidate) => (
        <div
          key={candidate.name}
          data-approach={candidate.approach}
          className="grid border-l-[3px] border-(--hue) pl-3 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-4"
        >
          <dt className="font-strong">{titleOf(candidate)}</dt>
          <dd className="min-w-0 break-arn">
            <Sentence candidate={candidate} /> {candidate.approach === "llm" && !candidate.policies && llm}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Marked as simulated once a trial tells it. */
function Sentence({ candidate }: { candidate: TriedCandidate }) {
  const text = describeCandidate(candidate);
  return candidate.trial ? <MarkedText text={text} evidence="simulated" /> : <CodeInText text={text} />;
}
