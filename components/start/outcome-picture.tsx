import { isCompared, titleOf } from "@/components/comparison/approach";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { formatCount, formatMinutes, formatShare } from "@/components/ui/format-figure";
import type { CandidateFigures } from "@/lib/schemas/run-summary";

/** What will come out: the headline figures of a run that really was, or, before there is one, the rows without figures. */
export function OutcomePicture({
  example,
}: {
  example: {
    readonly stackName: string;
    readonly href: string | null;
    readonly candidates: readonly CandidateFigures[];
  } | null;
}) {
  const columns = example?.candidates.filter(({ approach }) => isCompared(approach)) ?? emptyColumns;
  return (
    <figure className="lg:pt-1">
      <table className="figures w-full">
        <thead>
          <tr className="align-bottom">
            <td className="w-1/4" />
            {columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                data-approach={column.approach}
                className="w-1/4 pb-2 pl-4 text-right font-strong"
              >
                <span className="inline-block w-full border-t-[3px] border-(--hue) pt-1.5">{titleOf(column)}</span>
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
                  <td key={column.name} className="pl-4 text-right whitespace-nowrap">
                    {shown ? (
                      <>
                        <span className="text-title sm:text-figure">{shown.text}</span>
                        <span className="ml-1 text-small text-soft">{shown.unit}</span>{" "}
                        <EvidenceMark evidence={column.evidence} />
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
        {example ? (
          <>
            The figures of a run of the sample {example.stackName}.{" "}
            {example.href && (
              <a href={example.href} className="text-link">
                See the whole run
              </a>
            )}
          </>
        ) : (
          "What a run shows, before there is one: each approach is tried against a simulated deployment and scored."
        )}
      </figcaption>
    </figure>
  );
}

const emptyColumns: readonly CandidateFigures[] = [
  { approach: "access-analyzer", name: "access-analyzer", evidence: "simulated", scores: null },
  { approach: "llm", name: "llm", evidence: "simulated", scores: null },
  { approach: "boundary", name: "boundary", evidence: "simulated", scores: null },
];

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
    figure: ({ granted }) => ({ text: formatCount(granted.repaired), unit: "" }),
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
    figure: ({ exposurePaths }) => ({ text: formatCount(exposurePaths), unit: exposurePaths === 1 ? "path" : "paths" }),
  },
];
