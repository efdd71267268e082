import type { ApproachName } from "@/lib/domain/approaches/candidate";
import { titleOf } from "./approach";

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
