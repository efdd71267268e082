import { titleOf } from "@/components/comparison/approach";
import { DenialList } from "@/components/trial/denial-list";
import { FixStatements } from "@/components/trial/fix-statements";
import type { ChangeOutcome, Verdict } from "@/lib/domain/changes/template-change";
import type { TriedCandidate } from "@/lib/domain/comparison-report";

/** Why a change fails for a candidate, and what would allow it; the repaired role first, since that is what a team keeps. */
export function ChangeDetail({ candidate, outcome }: { candidate: TriedCandidate; outcome: ChangeOutcome }) {
  const { asProposed, repaired } = outcome;
  const isRepaired = repaired.verdict === "fails";
  return (
    <section
      aria-label={`${outcome.title}, ${titleOf(candidate)}`}
      data-approach={candidate.approach}
      className="my-2 border-l-2 border-(--hue) pl-4"
    >
      <h3 className="font-strong">
        {titleOf(candidate)}, {isRepaired ? "as repaired by its trial" : "as proposed"}
      </h3>
      <VerdictDetail verdict={isRepaired ? repaired : asProposed} />
    </section>
  );
}

function VerdictDetail({ verdict: { denials, fix } }: { verdict: Verdict }) {
  return (
    <div className="grid gap-x-10 gap-y-4 py-2 lg:grid-cols-2">
      <DenialList denials={denials} />
      {fix && <FixStatements fix={fix} />}
    </div>
  );
}
