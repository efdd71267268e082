import { isCompared, shortTitleOf, titleOf } from "@/components/comparison/approach";
import { findActualTime, knownMinutes } from "@/components/real-attempts/actual-figures";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { CandidateReality } from "@/lib/domain/scoring/compare-with-reality";
import { ActualRows } from "./actual-rows";
import { EvidenceMark } from "./evidence-mark";
import { HeadlineRow } from "./headline-row";
import { MinutesBar } from "./minutes-bar";
import { describeUncounted, type ScoreGroup, type ScorePart, scoreGroups } from "./score-groups";
import { ScoreMeanings } from "./score-meanings";
import { slotPadding, UnitSlot } from "./unit-slot";

/** Columns are candidates, rows are scores; what has not run yet or was not proposed stays visibly empty. */
export function ScoreTable({
  candidates,
  reality,
  isAwaited = false,
}: {
  candidates: readonly TriedCandidate[];
  reality: readonly CandidateReality[];
  /** Whether the run has yet to propose them. */
  isAwaited?: boolean;
}) {
  const longest = Math.max(
    1,
    ...candidates.map(({ scores }) => scores?.timeToWorking.minutes ?? 0),
    ...reality.map(({ time }) => time.minutes ?? 0),
  );
  const scored = candidates.find(({ scores }) => scores)?.scores;
  return (
    <div>
      <ScrollArea label="Scores">
        <table className="figures w-full table-fixed">
          <caption className="sr-only">Scores of every candidate</caption>
          <colgroup>
            <col className="w-20 md:w-52" />
            <col className="w-[5.75rem] md:w-auto" span={candidates.length} />
          </colgroup>
          <thead>
            <tr className="align-bottom">
              <th scope="col" className={labelCell}>
                <span className="sr-only">Score</span>
              </th>
              {candidates.map((candidate) => (
                <ColumnHead key={candidate.name} candidate={candidate} />
              ))}
            </tr>
          </thead>
          {scoreGroups.map((group) => (
            <tbody key={group.id} className="border-t border-line">
              <HeadlineRow
                group={group}
                candidates={candidates}
                reality={reality}
                isAwaited={isAwaited}
                labelCell={labelCell}
              />
              {group.id === "time" && <BarsRow candidates={candidates} reality={reality} longest={longest} />}
              <GapRows group={group} candidates={candidates} />
              {listTold(group, candidates).map((part) => (
                <tr key={part.label} className="text-small text-soft last:*:pb-3">
                  <th scope="row" className={`${labelCell} text-left align-baseline font-normal`}>
                    {part.label}
                  </th>
                  {candidates.map(({ name, scores }) => (
                    <td key={name} className="text-right align-baseline whitespace-nowrap">
                      {(scores && part.text(scores)) ?? "–"}
                      <UnitSlot evidence={group.id === "time" && findActualTime(reality, name) ? ["simulated"] : []} />
                    </td>
                  ))}
                </tr>
              ))}
              {group.id === "time" && <ActualRows candidates={candidates} reality={reality} labelCell={labelCell} />}
            </tbody>
          ))}
        </table>
      </ScrollArea>
      <p className="border-t border-line pt-2 text-small text-soft">
        ▲ best of the three approaches; smaller figures without a mark are known as the one above them
        {reality.length > 0 &&
          "; real times are not ranked against simulated ones, and what was predicted for the same operations stands beside them"}
        .{scored && ` Resilience: ${describeUncounted(scored)}`}
      </p>
      <ScoreMeanings candidates={candidates} />
    </div>
  );
}

function listTold({ parts }: ScoreGroup, candidates: readonly TriedCandidate[]): readonly ScorePart[] {
  const scored = candidates.flatMap(({ scores }) => scores ?? []);
  return parts.filter(({ text, isRare = false }) =>
    scored.length === 0 ? !isRare : scored.some((scores) => text(scores) !== null),
  );
}

const labelCell = "sticky left-0 z-[1] bg-paper pr-2";

function ColumnHead({ candidate }: { candidate: TriedCandidate }) {
  const { approach, evidence } = candidate;
  return (
    <th
      scope="col"
      data-approach={approach}
      className={`pb-2 pl-2 text-right md:pl-6 ${isCompared(approach) ? "font-strong" : "font-normal text-soft"}`}
    >
      <span className="block border-t-[3px] border-(--hue) pt-1.5 whitespace-nowrap max-md:text-small">
        <span className="md:hidden" aria-hidden="true">
          {shortTitleOf(candidate)}
        </span>
        <span className="max-md:sr-only">{titleOf(candidate)}</span>{" "}
        {candidate.policies && <EvidenceMark evidence={evidence} />}
      </span>
    </th>
  );
}

/** Why a figure above is missing, in words, for each candidate that lacks it. */
function GapRows({ group, candidates }: { group: ScoreGroup; candidates: readonly TriedCandidate[] }) {
  return candidates.map((candidate) => {
    const gap = candidate.scores && group.gap?.(candidate.scores);
    return (
      gap && (
        <tr key={candidate.name} className="text-small text-soft">
          <td className={labelCell} />
          <td colSpan={candidates.length} className={`${slotPadding} pb-2 pl-2 break-arn md:pl-6`}>
            <div className="max-md:sticky max-md:left-22 max-md:max-w-[calc(100vw-9rem)]">
              <span className="text-ink">{titleOf(candidate)} is not counted.</span> {gap}
            </div>
          </td>
        </tr>
      )
    );
  });
}

function BarsRow({
  candidates,
  reality,
  longest,
}: {
  candidates: readonly TriedCandidate[];
  reality: readonly CandidateReality[];
  longest: number;
}) {
  const bars = candidates.map(({ name, approach, scores }) => {
    const actual = findActualTime(reality, name);
    const simulated = scores?.timeToWorking.minutes == null ? [] : scores.timeToWorking.parts;
    return { name, approach, parts: actual && knownMinutes(actual) !== null ? actual.parts : simulated };
  });
  return (
    <tr>
      <td className={labelCell} />
      {bars.map(({ name, approach, parts }) => (
        <td key={name} className={`${slotPadding} py-1 pl-2 md:pl-6`} data-approach={approach}>
          {parts.length > 0 && <MinutesBar parts={parts} longest={longest} fromRight />}
        </td>
      ))}
    </tr>
  );
}
