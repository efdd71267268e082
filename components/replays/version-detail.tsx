import { titleOf } from "@/components/comparison/approach";
import { DenialList } from "@/components/trial/denial-list";
import { FixStatements } from "@/components/trial/fix-statements";
import { TextDifference } from "@/components/ui/text-difference";
import type { TriedCandidate } from "@/lib/domain/comparison-report";
import type { ReplayVersion, TriedVersion } from "@/lib/schemas/replay";

/** Why a version fails for a candidate, what would allow it, and what the version changed. */
export function VersionDetail({
  candidate,
  version,
  verdicts,
}: {
  candidate: TriedCandidate;
  version: ReplayVersion;
  verdicts: TriedVersion["verdicts"][number];
}) {
  const isRepaired = verdicts.repaired.verdict === "fails";
  const { denials, fix } = isRepaired ? verdicts.repaired : verdicts.asProposed;
  const diff = version.outcome?.diff;
  return (
    <section
      aria-label={`${version.name}, ${titleOf(candidate)}`}
      data-approach={candidate.approach}
      className="my-2 border-l-2 border-(--hue) pl-4"
    >
      <h3 className="font-strong">
        {titleOf(candidate)}, {isRepaired ? "as repaired by its trial" : "as proposed"}
      </h3>
      <div className="grid gap-x-10 gap-y-4 py-2 lg:grid-cols-2">
        <DenialList denials={denials} />
        {fix && <FixStatements fix={fix} />}
      </div>
      {diff && (
        <details open>
          <summary className="caret text-small text-soft">what the version changes</summary>
          <TextDifference text={diff} />
        </details>
      )}
    </section>
  );
}
