import { formatMinutes } from "@/components/ui/format-figure";
import type { Evidence } from "@/lib/domain/evidence";
import type { ActualTime } from "@/lib/domain/scoring/actual-time";
import type { CandidateReality } from "@/lib/domain/scoring/compare-with-reality";

/** The time of a candidate's real attempts; `null` where it has none. */
export function findActualTime(reality: readonly CandidateReality[], candidate: string): ActualTime | null {
  return reality.find((one) => one.candidate === candidate)?.time ?? null;
}

const surestFirst: readonly Evidence[] = ["measured", "imported", "recorded", "simulated"];

/** Every way in which a part of a sum is known. */
export function evidenceIn(parts: readonly { readonly evidence: Evidence }[]): readonly Evidence[] {
  return surestFirst.filter((evidence) => parts.some((part) => part.evidence === evidence));
}

/** The minutes that stand in place of the simulated ones; `null` while there is no sum of all that counts. */
export function knownMinutes(time: Pick<ActualTime, "minutes" | "untimed"> | null): number | null {
  return time && time.untimed === 0 ? time.minutes : null;
}

/** The real minutes as text: open, or a lower bound where some attempts have none. */
export function describeMinutes({
  worksAt,
  minutes,
  untimed,
}: Pick<ActualTime, "worksAt" | "minutes" | "untimed">): string {
  if (worksAt === null || minutes === null) return "open";
  return `${untimed > 0 ? "≥ " : ""}${formatMinutes(minutes)}`;
}
