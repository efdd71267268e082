import { isCompared, shortTitleOf, titleOf } from "@/components/comparison/approach";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { UnitSlot } from "@/components/scorecard/unit-slot";
import { formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import type { CandidateFigures } from "@/lib/schemas/run-summary";

/** What will come out: the headline figures of a sample's comparison. */
export function OutcomePicture({
  exampleName,
  candidates,
}: {
  exampleName: string;
  candidates: readonly CandidateFigures[];
}) {
  const columns = candidates.filter(({ approach }) => isCompared(approach));
  if (columns.length === 0) return null;
  return (
    <figure className="lg:pt-1">
      <table className="figures w-full">
        <thead>
          <tr className="align-top">
            <td className="w-1/4" />
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                data-approach={column.approach}
                className="w-1/4 pb-2 pl-3 text-right font-strong"
              >
                <span className="inline-block w-full border-t-[3px] border-(--hue) pt-1.5 whitespace-nowrap max-sm:text-small">
                  <span className="max-sm:sr-only">{titleOf(column)}</span>
                  <span className="sm:hidden" aria-hidden="true">
                    {shortTitleOf(column)}
                  </span>{" "}
                  <EvidenceMark evidence={column.evidence} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, meaning, figure }) => (
            <tr key={title} className="border-t border-line align-baseline">
              <th scope="row" className="py-3 text-left font-normal">
                {title}
                <span className="block text-small text-soft">{meaning}</span>
              </th>
              {columns.map((column) => {
                const shown = column.scores && figure(column.scores);
                return (
                  <td key={column.name} className="text-right whitespace-nowrap sm:pl-4">
                    {shown ? (
                      <>
                        <span className="text-title sm:text-figure">{shown.text}</span>
                        <UnitSlot evidence={["simulated"]}>{shown.unit}</UnitSlot>
                      </>
                    ) : (
                      <span className="text-soft">–</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="border-t border-line pt-2 text-small text-soft">
        The sample {exampleName}, compared by this version of the program: each policy as it is once its trial has
        repaired it.
      </figcaption>
    </figure>
  );
}

type Figures = NonNullable<CandidateFigures["scores"]>;

const rows: readonly {
  readonly title: string;
  readonly meaning: string;
  readonly figure: (scores: Figures) => { readonly text: string; readonly unit: string };
}[] = [
  {
    title: "Time to working",
    meaning: "until create, update and delete succeed",
    figure: ({ minutes }) =>
      minutes === null ? { text: "never", unit: "" } : { text: formatMinutes(minutes), unit: "min" },
  },
  {
    title: "Actions granted",
    meaning: "by the role that works",
    figure: ({ granted: { repaired } }) => ({
      text: repaired === null ? "not counted" : formatCount(repaired),
      unit: "",
    }),
  },
  {
    title: "Resilience",
    meaning: "template changes it survives",
    figure: ({ resilience: { repaired } }) =>
      repaired === null ? { text: "–", unit: "" } : { text: formatShare(repaired), unit: "%" },
  },
  {
    title: "Exposure",
    meaning: "paths to more rights than intended",
    figure: ({ exposurePaths }) =>
      exposurePaths === null ? { text: "not counted", unit: "" } : { text: formatCount(exposurePaths), unit: "" },
  },
];
