import { shortTitleOf } from "@/components/comparison/approach";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { ColumnGroup } from "@/components/comparison/column-group";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { CodeInText } from "@/components/ui/code-in-text";
import { countOf } from "@/components/ui/format-figure";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { ExposurePath } from "@/lib/domain/scoring/scores";
import { ActionDetail } from "./action-detail";
import { Gap } from "./gap";
import { type AskedList, viewList } from "./opened-list";

/** What each candidate opens beyond its purpose: paths to more rights, and where its excess of actions lies. */
export function ExposureView({
  report,
  path,
  asked,
}: {
  report: ComparisonReport;
  path: string;
  /** The long list that the address opens further. */
  asked: AskedList;
}) {
  const scored = report.candidates.filter(({ scores }) => scores !== null);
  if (scored.length === 0) return <p className="text-soft">No candidate has been scored yet.</p>;
  return (
    <ColumnGroup titles={scored.map(shortTitleOf)} first={scored.findIndex(({ name }) => name === asked.candidate)}>
      <div
        style={{ "--columns": scored.length }}
        className="grid gap-x-8 gap-y-4 md:grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
      >
        {scored.map((candidate, index) => (
          <section
            key={candidate.name}
            data-column={index}
            data-approach={candidate.approach}
            className="min-w-0 border-t-[3px] border-(--hue) pt-1.5"
          >
            <h3 className="font-strong">
              <ApproachLabel candidate={candidate} /> <EvidenceMark evidence="simulated" />
            </h3>
            <Paths paths={pathsOf(candidate)} gap={candidate.scores?.exposure.gap ?? null} />
            {candidate.scores && (
              <ActionDetail
                count={candidate.scores.actionCount.repaired}
                viewOf={(list, atOnce) => viewList(asked, path, { candidate: candidate.name, list, atOnce })}
              />
            )}
          </section>
        ))}
      </div>
    </ColumnGroup>
  );
}

const severities = ["high", "medium", "low"] as const;

function pathsOf(candidate: TriedCandidate): readonly ExposurePath[] {
  const paths = candidate.scores?.exposure.paths ?? [];
  return paths.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const shownAtOnce = 12;

function Paths({ paths, gap }: { paths: readonly ExposurePath[]; gap: string | null }) {
  if (paths.length === 0)
    return gap ? <Gap why={gap} /> : <p className="py-2 text-soft">No path to more rights was found.</p>;
  return (
    <>
      {gap && <Gap why={gap} />}
      <h4 className="mt-2 border-b border-line pb-1 text-small text-soft">
        <span className="figures">{countOf(paths.length, "path")}</span> to more rights
      </h4>
      <PathList paths={paths.slice(0, shownAtOnce)} />
      {paths.length > shownAtOnce && (
        <details className="border-b border-line py-2">
          <summary className="caret text-soft">{countOf(paths.length - shownAtOnce, "more path")}</summary>
          <PathList paths={paths.slice(shownAtOnce)} />
        </details>
      )}
    </>
  );
}

function PathList({ paths }: { paths: readonly ExposurePath[] }) {
  return (
    <ul>
      {paths.map((path) => (
        <li key={`${path.id} ${path.because}`} className="border-b border-line py-2">
          <details>
            <summary className="caret break-arn">
              <span className={path.severity === "high" ? "font-strong" : "text-soft"}>{path.severity}</span>{" "}
              <CodeInText text={path.title} />{" "}
              <span className="inline-block font-mono text-small text-soft">{path.id}</span>
            </summary>
            <p className="mt-1 text-small break-arn">
              <CodeInText text={path.because} />
            </p>
            <p className="mt-1 text-small text-soft break-arn">
              <CodeInText text={path.fix} />
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
