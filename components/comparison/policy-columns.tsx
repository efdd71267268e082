import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf } from "@/components/ui/format-figure";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import { shortTitleOf, titleOf } from "./approach";
import { ApproachLabel } from "./approach-label";
import { ColumnGroup } from "./column-group";
import { ColumnRow, PolicySectionView } from "./policy-section";
import { actionCountIn, listPolicySections, type PolicyState } from "./policy-sections";
import { PolicyViewLinks } from "./policy-views";
import { RoleExport } from "./role-export";

/** The policies side by side, a statement a row. References are too wide to read and stand below, as documents. */
export function PolicyColumns({
  report,
  state,
  path,
  exportAddress,
}: {
  report: ComparisonReport;
  state: PolicyState;
  path: string;
  exportAddress: string;
}) {
  const readable = report.candidates.filter(({ approach }) => approach !== "administrator" && approach !== "registry");
  const references = report.candidates.filter((candidate) => !readable.includes(candidate) && candidate.policies);
  const sections = listPolicySections(readable, state);
  return (
    <div>
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 pb-3">
        <PolicyViewLinks current={state} path={path} />
        <p className="text-small text-soft">
          <span className="underline decoration-dotted underline-offset-2">Dotted</span>: no call of this deployment
          needs it{state === "working" && "; shaded: added or widened by the trial"}.
        </p>
      </div>
      <ColumnGroup titles={readable.map(shortTitleOf)}>
        <div className="grid gap-x-8" style={{ "--columns": readable.length }}>
          <ColumnRow>
            {readable.map((candidate, index) => (
              <ColumnHead
                key={candidate.name}
                candidate={candidate}
                state={state}
                column={index}
                exportAddress={exportAddress}
              />
            ))}
          </ColumnRow>
          {sections.map((section) => (
            <PolicySectionView key={section.title} section={section} candidates={readable} state={state} />
          ))}
        </div>
      </ColumnGroup>
      {references.length > 0 && (
        <section className="mt-10 border-t border-line pt-3">
          <h3 className="font-strong">References</h3>
          <ul className="mt-1">
            {references.map((candidate) => (
              <li key={candidate.name} className="flex flex-wrap items-baseline gap-x-4">
                <ApproachLabel candidate={candidate} />
                <span className="font-mono text-small">{candidate.policies?.managedPolicies.join(", ")}</span>
                <RoleExport candidate={candidate} state="proposed" address={exportAddress} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function ColumnHead({
  candidate,
  state,
  column,
  exportAddress,
}: {
  candidate: TriedCandidate;
  state: PolicyState;
  column: number;
  exportAddress: string;
}) {
  const count = actionCountIn(candidate, state);
  return (
    <div data-column={column} data-approach={candidate.approach} className="border-t-[3px] border-(--hue) pt-1.5 pb-2">
      <h3 className="font-strong">
        {titleOf(candidate)} <EvidenceMark evidence={candidate.evidence} />
      </h3>
      {count && (
        <p className="figures text-small text-soft">
          {countOf(count.statements, "statement")}, {countOf(count.characters, "character")}
        </p>
      )}
      {!candidate.policies && <p className="mt-1 text-small">{candidate.unavailable}</p>}
      <RoleExport candidate={candidate} state={state} address={exportAddress} />
    </div>
  );
}
