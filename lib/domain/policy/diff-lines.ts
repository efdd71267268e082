/** A line of a difference: kept, added or taken away. */
export interface DiffLine {
  readonly mark: " " | "+" | "-";
  readonly text: string;
}

/** Longest common subsequence; of two ways that keep as many lines, the one that takes lines away first. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const start = countAlike(before, after);
  const lines = before.slice(0, start).map((text): DiffLine => ({ mark: " ", text }));
  return [...lines, ...walk(before.slice(start), after.slice(start))];
}

function countAlike(before: readonly string[], after: readonly string[]): number {
  let count = 0;
  while (count < before.length && before[count] === after[count]) count++;
  return count;
}

function walk(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const kept = countKept(before, after);
  const lines: DiffLine[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const [old, now] = [before[from], after[to]];
    if (old !== undefined && old === now) {
      lines.push({ mark: " ", text: old });
      from++;
      to++;
    } else if (old !== undefined && (now === undefined || kept(from + 1, to) >= kept(from, to + 1))) {
      lines.push({ mark: "-", text: old });
      from++;
    } else if (now !== undefined) {
      lines.push({ mark: "+", text: now });
      to++;
    }
  }
  return lines;
}

/** How many lines can be kept of what follows line `from` of the one text and line `to` of the other. */
type Kept = (from: number, to: number) => number;

/** Mostly few lines change; a band that is wide enough for them is found by doubling it. */
const firstBand = 16;

/**
 * The shortest difference never leads further from the diagonal than it has changes, so the counts beside it are needed
 * no further out than that. Counts outside of the band are taken as 0, and those in it come out no higher than they are:
 * once the changes that they lead to fit into the band, every count on a shortest way is right.
 * After E. Ukkonen, Algorithms for Approximate String Matching, Information and Control 64 (1985).
 */
function countKept(before: readonly string[], after: readonly string[]): Kept {
  for (let band = firstBand; ; band *= 2) {
    const kept = countInBand(before, after, band);
    const changes = before.length + after.length - 2 * kept(0, 0);
    if (changes <= band || band >= Math.max(before.length, after.length)) return kept;
  }
}

function countInBand(before: readonly string[], after: readonly string[], band: number): Kept {
  const width = 2 * band + 1;
  const rows = before.map(() => new Int32Array(width));
  const kept: Kept = (from, to) => rows[from]?.[to - from + band] ?? 0;
  for (let from = before.length - 1; from >= 0; from--) {
    const row = rows[from];
    if (row === undefined) continue;
    for (let to = Math.min(after.length - 1, from + band); to >= Math.max(0, from - band); to--) {
      row[to - from + band] =
        before[from] === after[to] ? kept(from + 1, to + 1) + 1 : Math.max(kept(from + 1, to), kept(from, to + 1));
    }
  }
  return kept;
}
