import { isCompared } from "@/components/comparison/approach";
import { findActualTime } from "@/components/real-attempts/actual-figures";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { CandidateReality } from "@/lib/domain/scoring/compare-with-reality";
import { findBest } from "./best-of-row";
import { competingValues, headlineOf, type KnownFigure } from "./headline-figure";
import type { ScoreGroup } from "./score-groups";
import { slotPadding, UnitSlot } from "./unit-slot";

/** Figures end on one line with the parts below them; what is not a digit hangs to the right of it. */
export function HeadlineRow({
  group,
  candidates,
  reality,
  isAwaited,
  labelCell,
}: {
  group: ScoreGroup;
  candidates: readonly TriedCandidate[];
  reality: readonly CandidateReality[];
  isAwaited: boolean;
  labelCell: string;
}) {
  const figures = candidates.map(({ name, scores }) =>
    scores ? headlineOf(group, scores, findActualTime(reality, name)) : null,
  );
  const compared = candidates.map(({ approach }, index) => (isCompared(approach) ? (figures[index] ?? null) : null));
  const best = findBest(competingValues(compared), group.wanted);
  return (
    <tr>
      <th scope="row" className={`${labelCell} pt-3 text-left align-baseline font-strong`}>
        {group.title}
      </th>
      {candidates.map(({ name, policies }, index) => {
        const figure = figures[index];
        return (
          <td key={name} className="pt-2 text-right align-baseline whitespace-nowrap">
            {figure ? (
              <FigureText figure={figure} best={best[index] ?? false} />
            ) : (
              <span className={`${slotPadding} text-small text-soft`}>
                {policies || isAwaited ? "not yet" : "none"}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function FigureText({ figure, best }: { figure: KnownFigure; best: boolean }) {
  return (
    <>
      {best && (
        <span className="mr-1 text-small" title="Best of the three approaches">
          <span aria-hidden="true">▲</span>
          <span className="sr-only">best: </span>
        </span>
      )}
      <span className={figure.value === null ? "text-body" : "text-title md:text-figure print:text-title"}>
        {figure.text}
      </span>
      <UnitSlot evidence={figure.evidence}>{figure.unit}</UnitSlot>
    </>
  );
}
