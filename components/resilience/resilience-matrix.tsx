import { shortTitleOf } from "@/components/comparison/approach";
import { ColumnLabel } from "@/components/comparison/approach-label";
import { ColumnGroup } from "@/components/comparison/column-group";
import { formatShare } from "@/components/ui/format-figure";
import type { ChangeOutcome } from "@/lib/domain/changes/template-change";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import { ChangeDetail } from "./change-detail";
import { EditDetail } from "./edit-detail";
import { VerdictCell } from "./verdict-cell";

/** Changes down, candidates across. A cell tells the repaired role's verdict; where the proposal's differs, it says so. */
export function ResilienceMatrix({
  report,
  path,
  chosen,
}: {
  report: ComparisonReport;
  path: string;
  chosen: { readonly candidate: string | undefined; readonly change: string | undefined };
}) {
  const tried = report.candidates.filter(({ changes }) => changes.length > 0);
  const all = listChanges(tried);
  const elsewhere = all.filter((change) => appliesNowhere(change, tried));
  const changes = all.filter((change) => !elsewhere.includes(change));
  if (all.length === 0) return <p className="text-soft">No template change has been tried yet.</p>;
  return (
    <div>
      <p className="max-w-[75ch] pb-3 text-soft">
        Each row is an edit that teams make to such templates, deployed as an update (or a second stack) with the role
        as its trial repaired it, then rolled back and deleted. A failed cell opens to what was refused and how to allow
        it.
      </p>
      <ColumnGroup
        isNarrow
        titles={tried.map(shortTitleOf)}
        first={tried.findIndex(({ name }) => name === chosen.candidate)}
      >
        <table
          style={{ "--columns": tried.length }}
          className="block w-full [--grid:minmax(0,1fr)] min-[48rem]:[--grid:minmax(14rem,1.4fr)_repeat(var(--columns),minmax(0,1fr))]"
        >
          <caption className="sr-only">Template changes by candidate</caption>
          <thead className="block">
            <tr className="grid grid-cols-(--grid) gap-x-6 border-b border-edge pb-1 text-left">
              <th scope="col" className="flex flex-wrap justify-between gap-x-4 text-small font-normal text-soft">
                <span>Change</span>
                <span>share of measured edits</span>
              </th>
              {tried.map((candidate, index) => (
                <th key={candidate.name} scope="col" data-column={index} className="font-strong">
                  <ColumnLabel candidate={candidate} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block">
            {changes.map((change) => (
              <tr
                key={change.changeId}
                className="grid grid-cols-(--grid) gap-x-6 border-b border-line py-2 text-left align-top"
              >
                <ChangeHead change={change} />
                {tried.map((candidate, index) => {
                  const isOpen = chosen.change === change.changeId && chosen.candidate === candidate.name;
                  const address = new URLSearchParams({ candidate: candidate.name, change: change.changeId });
                  return (
                    <td key={candidate.name} data-column={index} className="min-w-0">
                      <VerdictCell
                        pair={outcomeOf(candidate, change)}
                        href={isOpen ? path : `${path}?${address}`}
                        open={isOpen}
                      />
                    </td>
                  );
                })}
                <OpenDetail
                  candidate={tried.find(({ name }) => name === chosen.candidate)}
                  change={change}
                  chosen={chosen.change}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </ColumnGroup>
      {elsewhere.length > 0 && <OtherTemplates changes={elsewhere} />}
    </div>
  );
}

/** Edits of things that this template does not have count for nothing, and would only lie between those that do. */
function OtherTemplates({ changes }: { changes: readonly ChangeOutcome[] }) {
  return (
    <details className="mt-4">
      <summary className="caret text-soft">
        Changes that do not apply to this template, and do not count (<span className="figures">{changes.length}</span>)
      </summary>
      <ul className="mt-1 gap-x-10 text-small text-soft md:columns-3">
        {changes.map(({ changeId, title }) => (
          <li key={changeId}>{title}</li>
        ))}
      </ul>
    </details>
  );
}

function appliesNowhere(change: ChangeOutcome, tried: readonly TriedCandidate[]): boolean {
  const outcomes = tried.flatMap((candidate) => outcomeOf(candidate, change) ?? []);
  return outcomes.every(
    ({ asProposed, repaired }) => asProposed.verdict === "not-applicable" && repaired.verdict === "not-applicable",
  );
}

function ChangeHead({ change }: { change: ChangeOutcome }) {
  return (
    <th scope="row" className="min-w-0 font-normal">
      <span className="flex items-baseline justify-between gap-x-4">
        <span>{change.title}</span>
        {change.weight > 0 && (
          <span className="figures text-small whitespace-nowrap text-soft">{formatShare(change.weight)} %</span>
        )}
      </span>
      {change.diff && <EditDetail title={change.title} diff={change.diff} />}
    </th>
  );
}

/** The detail of the chosen cell, under its row and as wide. */
function OpenDetail({
  candidate,
  change,
  chosen,
}: {
  candidate: TriedCandidate | undefined;
  change: ChangeOutcome;
  chosen: string | undefined;
}) {
  const outcome = candidate && change.changeId === chosen ? outcomeOf(candidate, change) : null;
  if (!candidate || !outcome) return null;
  return (
    <td className="col-span-full min-w-0">
      <ChangeDetail candidate={candidate} outcome={outcome} />
    </td>
  );
}

function outcomeOf({ changes }: TriedCandidate, { changeId }: ChangeOutcome): ChangeOutcome | null {
  return changes.find((outcome) => outcome.changeId === changeId) ?? null;
}

/** The union of all candidates' changes in catalogue order, the most frequent edits first. */
function listChanges(candidates: readonly TriedCandidate[]): readonly ChangeOutcome[] {
  const byId = new Map(candidates.flatMap(({ changes }) => changes).map((change) => [change.changeId, change]));
  return [...byId.values()].sort((a, b) => b.weight - a.weight);
}
