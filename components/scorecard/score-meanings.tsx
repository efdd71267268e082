import { approachIdeas, titleOf } from "@/components/comparison/approach";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import { scoreGroups } from "./score-groups";

/** For a reader who meets the page by a link. */
export function ScoreMeanings({ candidates }: { candidates: readonly TriedCandidate[] }) {
  const approaches = [...new Set(candidates.map(({ approach }) => approach))];
  return (
    <details className="text-small text-soft">
      <summary className="caret inline-flex min-h-8 items-center">What the rows and columns mean</summary>
      <dl className="grid max-w-[90ch] gap-x-6 gap-y-1 pb-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {scoreGroups.map(({ title, meaning }) => (
          <Meaning key={title} word={title} meaning={meaning} />
        ))}
        {approaches.map((approach) => (
          <Meaning key={approach} word={titleOf({ approach, name: "Candidate" })} meaning={approachIdeas[approach]} />
        ))}
      </dl>
    </details>
  );
}

function Meaning({ word, meaning }: { word: string; meaning: string }) {
  return (
    <>
      <dt className="text-ink">{word}</dt>
      <dd>{meaning}</dd>
    </>
  );
}
