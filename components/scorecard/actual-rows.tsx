import { describeMinutes, evidenceIn } from "@/components/real-attempts/actual-figures";
import { formatCount, formatMinutes } from "@/components/ui/format-figure";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { Evidence } from "@/lib/domain/evidence";
import type { CandidateReality } from "@/lib/domain/scoring/compare-with-reality";
import { UnitSlot } from "./unit-slot";

interface Row {
  readonly label: string;
  text(reality: CandidateReality): string;
  evidence(reality: CandidateReality): readonly Evidence[];
}

const rows: readonly Row[] = [
  {
    label: "real minutes",
    text: ({ time }) => describeMinutes(time),
    evidence: ({ time }) => (time.worksAt === null ? [] : evidenceIn(time.parts)),
  },
  {
    label: "real failed attempts",
    text: ({ time }) => `${formatCount(time.rounds)}${time.worksAt === null ? " so far" : ""}`,
    evidence: ({ time, attempts }) => evidenceIn(attempts.slice(0, time.worksAt ?? attempts.length)),
  },
  {
    label: "predicted minutes",
    text: ({ time: { predicted } }) => (predicted.minutes === null ? "never" : formatMinutes(predicted.minutes)),
    evidence: () => ["simulated"],
  },
  {
    label: "predicted failed attempts",
    text: ({ time: { predicted } }) => formatCount(predicted.rounds),
    evidence: () => ["simulated"],
  },
];

/** What really happened beside what was predicted for the same; nothing while no attempt is recorded. */
export function ActualRows({
  candidates,
  reality,
  labelCell,
}: {
  candidates: readonly TriedCandidate[];
  reality: readonly CandidateReality[];
  labelCell: string;
}) {
  if (reality.length === 0) return null;
  return rows.map(({ label, text, evidence }) => (
    <tr key={label} className="text-small last:*:pb-3">
      <th scope="row" className={`${labelCell} text-left align-baseline font-normal`}>
        {label}
      </th>
      {candidates.map(({ name }) => {
        const known = reality.find(({ candidate }) => candidate === name);
        return (
          <td key={name} className="text-right align-baseline whitespace-nowrap">
            {known ? text(known) : <span className="text-soft">–</span>}
            <UnitSlot evidence={known ? evidence(known) : []} />
          </td>
        );
      })}
    </tr>
  ));
}
