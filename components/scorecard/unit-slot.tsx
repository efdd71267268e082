import type { ReactNode } from "react";
import type { Evidence } from "@/lib/domain/evidence";
import { EvidenceMarks } from "./evidence-mark";

/** As wide as the slot, for cells that end where figures end. */
export const slotPadding = "pr-10 md:pr-14 print:pr-24";

/** Unit and marks, hung to the right of a figure in a slot of one width, so that figures below each other end on one line. */
export function UnitSlot({ evidence, children }: { evidence: readonly Evidence[]; children?: ReactNode }) {
  return (
    <span className="inline-block w-10 pl-1 text-left text-small font-normal text-soft md:w-14 md:pl-1.5 print:w-24">
      {children} <EvidenceMarks evidence={evidence} />
    </span>
  );
}
