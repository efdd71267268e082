import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import { countOf } from "@/components/ui/format-figure";
import { TextDifference } from "@/components/ui/text-difference";
import type { CandidatePolicies } from "@/lib/domain/approaches/candidate";
import type { ComparisonReport, TriedCandidate } from "@/lib/domain/comparison-report";
import type { DocumentChange, Trial } from "@/lib/domain/trial/trial";
import { ApproachLabel } from "./approach-label";
import { PolicyViewLinks } from "./policy-views";
import { RoleExport } from "./role-export";
import { foldRows, type SplitRow, splitDifference } from "./split-difference";

/** The working role beside the proposed one, document by document, for every candidate that was tried. */
export function PolicyRepairs({
  report,
  path,
  exportAddress,
}: {
  report: ComparisonReport;
  path: string;
  exportAddress: string;
}) {
  const tried = report.candidates.filter(({ approach }) => approach !== "administrator" && approach !== "registry");
  return (
    <div>
      <div className="pb-3">
        <PolicyViewLinks current="beside" path={path} />
      </div>
      <div className="flex flex-col gap-10">
        {tried.map((candidate) => (
          <section
            key={candidate.name}
            data-approach={candidate.approach}
            className="border-t-[3px] border-(--hue) pt-1.5"
          >
            <h3 className="font-strong">
              <ApproachLabel candidate={candidate} /> <EvidenceMark evidence={candidate.evidence} />
            </h3>
            <p className="text-soft">{tellRepairs(candidate)}</p>
            <RoleExport candidate={candidate} state="working" address={exportAddress} />
            {candidate.policies &&
              candidate.trial?.repairs.map((repair) => (
                <Repair
                  key={`${repair.role} ${repair.policyType} ${repair.policy}`}
                  repair={repair}
                  text={textBefore(candidate.policies, repair)}
                />
              ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function tellRepairs({ policies, unavailable, trial }: TriedCandidate): string {
  if (!policies) return unavailable ?? "It proposed nothing for this template.";
  if (!trial) return "Its trial has not run yet.";
  if (trial.works) return "Works as proposed: the working role is the proposed one.";
  const end = trial.converges ? "the role that works" : "as far as its trial came; it does not work";
  return `Left as proposed, right ${end}: ${countOf(countParts(trial), "addition")} in ${countOf(trial.repairs.length, "document")}.`;
}

function countParts({ attempts }: Trial): number {
  return attempts.reduce((sum, { fix }) => sum + (fix?.parts.length ?? 0), 0);
}

/** As the download prints it; empty where the document was not there before. */
function textBefore(policies: CandidatePolicies | null, { role, policyType, policy }: DocumentChange): string {
  const owner = role === "ci" ? policies : policies?.executionRole;
  const document = policyType === "boundary" ? owner?.boundary : owner?.policies[policy];
  if (!document) return "";
  const { Statement, ...rest } = document;
  return `${JSON.stringify({ ...rest, Statement }, null, 2)}\n`;
}

function Repair({ repair: { role, policyType, diff }, text }: { repair: DocumentChange; text: string }) {
  const title = `${role === "ci" ? "" : "Execution role: "}${policyType === "boundary" ? "permissions boundary" : "identity policy"}`;
  return (
    <section className="mt-4">
      <h4 className="text-small text-soft first-letter:uppercase">{title}</h4>
      <div className="md:hidden">
        <TextDifference text={diff} />
      </div>
      <div className="mt-1 rounded-small bg-wash py-1 font-mono text-small max-md:hidden">
        {foldRows(splitDifference(text, diff)).map(({ folded, rows }, run) => {
          const key = `${run} ${rows.length}`;
          return folded ? <FoldedRows key={key} rows={rows} /> : <SplitRows key={key} rows={rows} />;
        })}
      </div>
    </section>
  );
}

function FoldedRows({ rows }: { rows: readonly SplitRow[] }) {
  return (
    <details>
      <summary className="caret px-3 py-0.5 font-sans text-soft">{countOf(rows.length, "line")} as they were</summary>
      <SplitRows rows={rows} />
    </details>
  );
}

function SplitRows({ rows }: { rows: readonly SplitRow[] }) {
  const numbered = rows.map((row, number) => ({ ...row, number }));
  return numbered.map(({ number, before, after, isChanged }) => (
    <div key={number} className="grid grid-cols-2">
      <Line text={before} mark={isChanged ? "-" : " "} look="bg-denied-wash" />
      <Line text={after} mark={isChanged ? "+" : " "} look="bg-added-wash" />
    </div>
  ));
}

function Line({ text, mark, look }: { text: string | null; mark: string; look: string }) {
  const isMarked = text !== null && mark !== " ";
  return (
    <span className={`block min-w-0 pr-3 pl-9 -indent-6 whitespace-pre-wrap wrap-anywhere ${isMarked ? look : ""}`}>
      {text === null ? " " : `${mark} ${text}`}
    </span>
  );
}
