import { DenialText } from "@/components/trial/denial-text";
import { FixStatements } from "@/components/trial/fix-statements";
import type { ChangeOutcome, Verdict, VerdictName } from "@/lib/domain/changes/template-change";

const words: Record<VerdictName, string> = {
  deploys: "✓ deploys",
  fails: "✕ fails",
  "not-applicable": "not applicable",
  "not-modelled": "not modelled",
};

export function ChangeCell({ outcome }: { outcome: ChangeOutcome | null }) {
  if (!outcome) return <span className="text-soft">–</span>;
  const { asProposed, repaired } = outcome;
  const onlyProposedFails = asProposed.verdict === "fails" && repaired.verdict !== "fails";
  return (
    <>
      <VerdictView verdict={repaired} />
      {onlyProposedFails && (
        <details className="text-small text-soft">
          <summary className="caret">failed as proposed</summary>
          <VerdictDetail verdict={asProposed} />
        </details>
      )}
    </>
  );
}

function VerdictView({ verdict }: { verdict: Verdict }) {
  const { verdict: name, notModelled, denials } = verdict;
  if (name === "fails") {
    return (
      <details>
        <summary className="caret text-denied break-arn">
          {words.fails} <span className="font-mono text-small">{denials[0]?.request.action}</span>
        </summary>
        <VerdictDetail verdict={verdict} />
      </details>
    );
  }
  return (
    <span className={name === "deploys" ? "" : "text-soft"}>
      {words[name]}
      {notModelled.length > 0 && <span className="block font-mono text-small break-arn">{notModelled.join(", ")}</span>}
    </span>
  );
}

function VerdictDetail({ verdict: { denials, fix } }: { verdict: Verdict }) {
  return (
    <div className="flex flex-col gap-3 py-2 text-ink">
      {denials.map((denial) => (
        <DenialText key={`${denial.phase} ${denial.request.key} ${denial.logicalId}`} denial={denial} />
      ))}
      {fix && <FixStatements fix={fix} />}
    </div>
  );
}
