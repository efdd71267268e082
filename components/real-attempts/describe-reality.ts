import { countOf, formatMinutes } from "@/components/ui/format-figure";
import type { ActualTime } from "@/lib/domain/scoring/actual-time";
import { describePolicies, listOperations } from "./attempt-words";

/** What became of a candidate in reality, and what was predicted for the same, in a few sentences. */
export function describeReality(time: ActualTime): string {
  return [describeActual(time), describePredicted(time), describeLater(time)].filter(Boolean).join(" ");
}

function describeActual({ worksAt, rounds, minutes, untimed }: ActualTime): string {
  if (worksAt === null) return `It has not gone through yet: ${countOf(rounds, "failed attempt")} so far.`;
  const took = `${untimed > 0 ? "at least " : ""}${formatMinutes(minutes ?? 0)} min`;
  const missing = untimed > 0 ? ` (${countOf(untimed, "attempt has", "attempts have")} no minutes)` : "";
  return `It went through in attempt ${worksAt}, after ${countOf(rounds, "failed attempt")} and ${took}${missing}.`;
}

function describePredicted({ operations, predicted: { rounds, minutes, from } }: ActualTime): string {
  const took = minutes === null ? "no end" : `${formatMinutes(minutes)} min`;
  const begun = from === null ? "" : `, begun with the policies ${describePolicies(from)}`;
  return `Predicted for ${listOperations(operations)}${begun}: ${countOf(rounds, "failed attempt")} and ${took}.`;
}

function describeLater({ laterFailures }: ActualTime): string {
  return laterFailures === 0 ? "" : `Later, ${countOf(laterFailures, "attempt")} failed again.`;
}
