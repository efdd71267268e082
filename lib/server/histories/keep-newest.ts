import { maxVersions } from "./history-limits";

/** A longer history is cut at its old end, and says so in the note. */
export function keepNewest<Version>(versions: readonly Version[]): {
  readonly kept: readonly Version[];
  readonly note: string | null;
} {
  if (versions.length <= maxVersions) return { kept: versions, note: null };
  const count = new Intl.NumberFormat("en").format;
  const note = `The upload holds ${count(versions.length)} versions; the newest ${count(maxVersions)} are replayed, and the first of them creates the stack.`;
  return { kept: versions.slice(-maxVersions), note };
}
