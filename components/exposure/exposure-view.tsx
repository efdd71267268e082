import { shortTitleOf } from "@/components/comparison/approach";
import { ApproachLabel } from "@/components/comparison/approach-label";
import { ColumnGroup } from "@/components/comparison/column-group";
import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf } from "@/components/ui/format-figure";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { ActionCount, ExposurePath } from "@/lib/domain/scoring/scores";

/** What each candidate opens beyond its purpose: paths to more rights, and where its excess of actions lies. */
export function ExposureView({ report }: { report: ComparisonReport }) {
  const scored = report.candidates.filter(({ scores }) => scores !== null);
  if (scored.length === 0) return <p className="text-soft">No candidate has been scored yet.</p>;
  return (
    <ColumnGroup titles={scored.map(shortTitleOf)}>
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
            <Paths paths={pathsOf(candidate)} />
            {candidate.scores && <ActionDetail count={candidate.scores.actionCount.repaired} />}
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

function Paths({ paths }: { paths: readonly ExposurePath[] }) {
  if (paths.length === 0) return <p className="py-2 text-soft">No path to more rights was found.</p>;
  return (
    <>
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
              {path.title} <span className="font-mono text-small text-soft">{path.id}</span>
            </summary>
            <p className="mt-1 text-small break-arn">{path.because}</p>
            <p className="mt-1 text-small text-soft break-arn">{path.fix}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}

function ActionDetail({ count: { lists, excess, onWildcard, notExisting } }: { count: ActionCount }) {
  return (
    <>
      <h4 className="mt-5 text-small text-soft">Granted but not needed, by service ({countOf(excess, "action")})</h4>
      {lists.excess.length === 0 ? (
        <p className="text-small">None.</p>
      ) : (
        <table className="figures w-full text-small">
          <tbody>
            {lists.excess.slice(0, shownAtOnce).map(({ service, accessLevel, actions }) => (
              <tr key={`${service} ${accessLevel}`} className="border-b border-line">
                <th scope="row" className="py-0.5 text-left font-mono font-normal">
                  {service} <span className="font-sans text-soft">{accessLevel}</span>
                </th>
                <td className="text-right">{actions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lists.excess.length > shownAtOnce && (
        <p className="text-small text-soft">and {countOf(lists.excess.length - shownAtOnce, "more row")}</p>
      )}
      <ActionNames title="Hold on every resource" names={lists.onWildcard} count={onWildcard} />
      <ActionNames title="Written, but no such action exists" names={lists.notExisting} count={notExisting} />
    </>
  );
}

function ActionNames({ title, names, count }: { title: string; names: readonly string[]; count: number }) {
  if (count === 0) return null;
  return (
    <details className="mt-3">
      <summary className="caret text-small text-soft">
        {title} (<span className="figures">{countOf(count, "action")}</span>)
      </summary>
      <ul className="font-mono text-small break-arn">
        {names.slice(0, 200).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {count > Math.min(names.length, 200) && <li className="font-sans text-soft">and more</li>}
      </ul>
    </details>
  );
}
