/** A line of a difference: kept, added or taken away. */
export interface DiffLine {
  readonly mark: " " | "+" | "-";
  readonly text: string;
}

/** Longest common subsequence, with the full table: for texts of at most some hundred lines. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const common = tableOfCommon(before, after);
  const lines: DiffLine[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const [old, now] = [before[from], after[to]];
    if (old !== undefined && old === now) {
      lines.push({ mark: " ", text: old });
      from++;
      to++;
    } else if (
      old !== undefined &&
      (now === undefined || lengthAt(common, from + 1, to) >= lengthAt(common, from, to + 1))
    ) {
      lines.push({ mark: "-", text: old });
      from++;
    } else if (now !== undefined) {
      lines.push({ mark: "+", text: now });
      to++;
    }
  }
  return lines;
}

function tableOfCommon(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table: number[][] = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let from = before.length - 1; from >= 0; from--) {
    const row = table[from] ?? [];
    for (let to = after.length - 1; to >= 0; to--) {
      row[to] =
        before[from] === after[to]
          ? lengthAt(table, from + 1, to + 1) + 1
          : Math.max(lengthAt(table, from + 1, to), lengthAt(table, from, to + 1));
    }
  }
  return table;
}

function lengthAt(table: readonly (readonly number[])[], from: number, to: number): number {
  return table[from]?.[to] ?? 0;
}
