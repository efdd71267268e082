import { EvidenceMark } from "@/components/scorecard/evidence-mark";
import type { ApproachName } from "@/lib/domain/approaches/candidate";
import { shortTitleOf, titleOf } from "./approach";

/** A candidate's title with the mark of its hue. */
export function ApproachLabel({
  candidate,
}: {
  candidate: { readonly approach: ApproachName; readonly name: string };
}) {
  return (
    <span data-approach={candidate.approach} className="inline-flex items-baseline gap-2">
      <span className="inline-block size-2.5 shrink-0 self-center bg-(--hue)" aria-hidden="true" />
      <span>{titleOf(candidate)}</span>
    </span>
  );
}

/** The same as the head of a column of simulated outcomes, shorter where columns are narrow. */
export function ColumnLabel({ candidate }: Parameters<typeof ApproachLabel>[0]) {
  return (
    <span data-approach={candidate.approach} className="inline-flex items-baseline gap-x-1.5">
      <span className="inline-block size-2.5 shrink-0 self-center bg-(--hue)" aria-hidden="true" />
      <span className="max-md:hidden">{titleOf(candidate)}</span>
      <span className="md:hidden">{shortTitleOf(candidate)}</span>
      <EvidenceMark evidence="simulated" />
    </span>
  );
}
