import type { Phase } from "@/lib/domain/deployment/api-call";

/** A phase in words; AWS writes `change set` in two. */
export function tellPhase(phase: Phase): string {
  return phase === "changeset" ? "change set" : phase;
}
