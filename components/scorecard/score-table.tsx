import { isCompared, shortTitleOf, titleOf } from "@/components/comparison/approach";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import { findBest } from "./best-of-row";
import { EvidenceMark } from "./evidence-mark";
import { MinutesBar } from "./minutes-bar";
import { describeUncounted, type ScoreGroup, scoreGroups } from "./score-groups";

/** Columns are candidates, rows are scores; what has not run yet or was not proposed stays visibly empty. */
export function ScoreTable({ candidates }: { candidates: readonly TriedCandidate[] }) {
  const longest = Math.max(1, ...candidates.map(({ scores }) => scores?.timeToWorking.minutes ?? 0));
  const scored = candidates.find(({ scores }) => scores)?.scores;
  return (
    <div>
      <ScrollArea label="Scores">
        <table className="figures w-full border-collapse">
          <caption className="sr-only">Scores of every candidate</caption>
          <thead>
            <tr className="align-bottom">
              <th scope="col" className="sticky left-0 w-32 bg-paper md:w-64">
                <span className="sr-only">Score</span>
              </th>
              {candidates.map((candidate) => (
                <ColumnHead key={candidate.name} candidate={candidate} />
              ))}
            </tr>
          </thead>
          {scoreGroups.map((group) => (
            <tbody key={group.id} className="border-t border-line">
              <HeadlineRow group={group} candidates={candidates} />
              {group.id === "time" && (
                <tr>
                  <td className="sticky left-0 bg-paper" />
                  {candidates.map(({ name, approach, scores }) => (
                    <td key={name} className="py-1 pl-4 md:pl-6" data-approach={approach}>
                      {scores?.timeToWorking.minutes != null && (
                        <MinutesBar parts={scores.timeToWorking.parts} longest={longest} fromRight />
                      )}
                    </td>
                  ))}
                </tr>
              )}
              {group.parts.map((part, index) => (
                <tr key={part.label} className="text-small text-soft">
                  <th scope="row" className={`sticky left-0 bg-paper text-left font-normal ${endOf(index, group)}`}>
                    {part.label}
                  </th>
                  {candidates.map(({ name, scores }) => (
                    <td key={name} className={`pl-3 text-right md:pl-6 ${endOf(index, group)}`}>
                      {scores ? part.text(scores) : "–"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollArea>
      <p className="mt-2 border-t border-line pt-2 text-small text-soft">
        ▲ best of the three approaches.{scored && ` Resilience: ${describeUncounted(scored)}`}
      </p>
    </div>
  );
}

function ColumnHead({ candidate }: { candidate: TriedCandidate }) {
  const { approach, evidence } = candidate;
  return (
    <th
      scope="col"
      data-approach={approach}
      className={`min-w-20 pb-2 pl-3 text-right md:pl-6 ${isCompared(approach) ? "font-strong" : "font-normal text-soft"}`}
    >
      <span className="inline-block w-full border-t-[3px] border-(--hue) pt-1.5">
        <span className="md:hidden" aria-hidden="true">
          {shortTitleOf(candidate)}
        </span>
        <span className="max-md:sr-only">{titleOf(candidate)}</span> <EvidenceMark evidence={evidence} />
      </span>
    </th>
  );
}

function HeadlineRow({ group, candidates }: { group: ScoreGroup; candidates: readonly TriedCandidate[] }) {
  const figures = candidates.map(({ scores }) => (scores ? group.headline(scores) : null));
  const best = findBest(
    candidates.map(({ approach }, index) => (isCompared(approach) ? (figures[index]?.value ?? null) : null)),
    group.wanted,
  );
  return (
    <tr className="align-baseline">
      <th scope="row" className="sticky left-0 bg-paper pt-3 text-left font-strong" title={group.meaning}>
        {group.title}
      </th>
      {candidates.map(({ name, approach, evidence, policies }, index) => {
        const figure = figures[index];
        return (
          <td key={name} data-approach={approach} className="pt-2 pl-3 text-right whitespace-nowrap md:pl-6">
            {!figure && <span className="text-small text-soft">{policies ? "not yet" : "no answer"}</span>}
            {figure && (
              <>
                {best[index] && (
                  <span className="mr-1 text-small" title="Best of the three approaches">
                    <span aria-hidden="true">▲</span>
                    <span className="sr-only">best: </span>
                  </span>
                )}
                <span className={`${figure.value === null ? "text-body" : "text-title md:text-figure"}`}>
                  {figure.text}
                </span>
                {figure.unit && <span className="ml-1 text-small text-soft">{figure.unit}</span>}{" "}
                <EvidenceMark evidence={evidence} />
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function endOf(index: number, group: ScoreGroup): string {
  return index === group.parts.length - 1 ? "pb-3" : "";
}
