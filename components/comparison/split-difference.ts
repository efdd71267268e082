/** One row of two texts side by side; `null` where a side has nothing. */
export interface SplitRow {
  readonly before: string | null;
  readonly after: string | null;
  readonly isChanged: boolean;
}

/** A text and its unified difference as rows, removed lines beside the added ones that follow them. */
export function splitDifference(text: string, difference: string): readonly SplitRow[] {
  const old = text.split("\n").slice(0, -1);
  const rows: SplitRow[] = [];
  let line = 0;
  let block: { removed: string[]; added: string[] } = { removed: [], added: [] };
  const keep = (upTo: number) => {
    rows.push(
      ...pair(block),
      ...old.slice(line, upTo).map((kept) => ({ before: kept, after: kept, isChanged: false })),
    );
    block = { removed: [], added: [] };
    line = upTo;
  };
  for (const change of difference.split("\n").slice(2, -1)) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(change);
    if (hunk) keep(Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1));
    else if (change.startsWith("+")) block.added.push(change.slice(1));
    else if (change.startsWith("-")) {
      block.removed.push(change.slice(1));
      line += 1;
    } else keep(line + 1);
  }
  keep(old.length);
  return rows;
}

function pair({ removed, added }: { readonly removed: readonly string[]; readonly added: readonly string[] }) {
  const longer = removed.length > added.length ? removed : added;
  return longer.map((_, index) => ({ before: removed[index] ?? null, after: added[index] ?? null, isChanged: true }));
}

/** Rows in runs: what changed with the lines around it, and what is far from any change, to be folded away. */
export function foldRows(
  rows: readonly SplitRow[],
  around = 4,
): readonly { readonly folded: boolean; readonly rows: readonly SplitRow[] }[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - around), index + around + 1).some(({ isChanged }) => isChanged),
  );
  const runs: { folded: boolean; rows: SplitRow[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const folded = !near[index];
    const last = runs.at(-1);
    if (last && last.folded === folded) last.rows.push(row);
    else runs.push({ folded, rows: [row] });
  }
  return runs;
}
