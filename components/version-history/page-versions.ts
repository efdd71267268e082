import type { ReplayVersion } from "@/lib/schemas/replay";
import { groupVersions, type VersionGroup } from "./group-versions";

/** So many lines of a history are drawn at once; a folded stretch is one of them. */
const linesPerPage = 50;

/** What the address asks for, as positions. */
export interface AskedVersions {
  /** Looked at: the stretch around it is unfolded. */
  readonly version: number | null;
  /** On the page that is shown; where it is left out, that of the version looked at, or the first. */
  readonly from: number | null;
}

/** One page: what stands on it, and the first and last position of every page. */
export interface HistoryPage {
  readonly groups: readonly VersionGroup[];
  readonly pages: readonly PageRange[];
  /** Index of the page that is shown. */
  readonly current: number;
  /** The stretch that would be folded up if it were not looked at. */
  readonly unfolded: PageRange | null;
}

export interface PageRange {
  readonly first: number;
  readonly last: number;
}

export function pageVersions(versions: readonly ReplayVersion[], { version, from }: AskedVersions): HistoryPage {
  const groups = groupVersions(versions);
  const unfolded = groups.find((group) => group.isQuiet && holds(group, version));
  const lines = groups.flatMap((group) => (group.isQuiet && group !== unfolded ? [group] : splitUp(group)));
  const pages = Array.from({ length: Math.ceil(lines.length / linesPerPage) }, (_, index) =>
    lines.slice(index * linesPerPage, (index + 1) * linesPerPage),
  );
  const asked = from ?? version;
  const found = pages.findIndex((page) => page.some((group) => holds(group, asked)));
  const current = Math.max(0, found);
  return {
    groups: pages[current] ?? [],
    pages: pages.map(rangeOf),
    current,
    unfolded: unfolded ? rangeOf([unfolded]) : null,
  };
}

function holds({ versions }: VersionGroup, position: number | null): boolean {
  return versions.some((version) => version.position === position);
}

function splitUp({ versions }: VersionGroup): readonly VersionGroup[] {
  return versions.map((version) => ({ versions: [version], isQuiet: false }));
}

export function rangeOf(groups: readonly VersionGroup[]): PageRange {
  return { first: groups[0]?.versions[0]?.position ?? 0, last: groups.at(-1)?.versions.at(-1)?.position ?? 0 };
}
