/**
 * Text with IAM's two wildcards, matched without backtracking over more than one run of text: `*` is any run of characters,
 * `?` exactly one. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export interface Wildcard {
  /** The literal runs between stars, in order; one run alone means that there is no star. */
  readonly runs: readonly Run[];
  /** Set when the pattern is a plain text, so that it can be compared or indexed. */
  readonly exact: string | null;
  /** Characters of the shortest text that matches. */
  readonly shortest: number;
  /** The pattern is nothing but stars. */
  readonly matchesAll: boolean;
}

interface Run {
  readonly text: string;
  /** Which characters of `text` stand for any character; `null` when none does. */
  readonly anyAt: readonly boolean[] | null;
}

/** A piece of a pattern: `pattern` text carries wildcards, `literal` text (a variable's value, `${*}`) does not. */
export interface PatternPart {
  readonly kind: "pattern" | "literal";
  readonly text: string;
}

export function compileWildcard(parts: readonly PatternPart[]): Wildcard {
  const runs: Run[] = [];
  let open: PatternPart[] = [];
  for (const { kind, text } of parts) {
    const pieces = kind === "pattern" ? text.split("*") : [text];
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        runs.push(closeRun(open));
        open = [];
      }
      open.push({ kind, text: piece });
    }
  }
  runs.push(closeRun(open));
  const only = runs.length === 1 ? runs[0] : undefined;
  return {
    runs,
    exact: only !== undefined && only.anyAt === null ? only.text : null,
    shortest: runs.reduce((sum, run) => sum + run.text.length, 0),
    matchesAll: runs.length > 1 && runs.every((run) => run.text === ""),
  };
}

function closeRun(pieces: readonly PatternPart[]): Run {
  const [only] = pieces;
  const text = pieces.length === 1 && only !== undefined ? only.text : pieces.map((piece) => piece.text).join("");
  if (!pieces.some(hasAnyCharacter)) return { text, anyAt: null };
  return {
    text,
    anyAt: pieces.flatMap((piece) => piece.text.split("").map((one) => piece.kind === "pattern" && one === "?")),
  };
}

function hasAnyCharacter(piece: PatternPart): boolean {
  return piece.kind === "pattern" && piece.text.includes("?");
}

export function compileWildcardText(text: string): Wildcard {
  return compileWildcard([{ kind: "pattern", text }]);
}

/**
 * Each run is placed at the first position it fits, which is always safe for patterns with stars only between runs: time is
 * bounded by the text's length times the longest run's, never exponential in the number of stars.
 */
export function matchesWildcard(wildcard: Wildcard, text: string): boolean {
  if (wildcard.exact !== null) return wildcard.exact === text;
  if (wildcard.matchesAll) return true;
  if (text.length < wildcard.shortest) return false;
  const { runs } = wildcard;
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (first === undefined || last === undefined) return false;
  if (runs.length === 1) return first.text.length === text.length && fitsAt(first, text, 0);
  let position = first.text.length;
  const end = text.length - last.text.length;
  if (position > end || !fitsAt(first, text, 0) || !fitsAt(last, text, end)) return false;
  for (let index = 1; index < runs.length - 1; index++) {
    const run = runs[index];
    if (run === undefined) return false;
    const found = findRun(run, text, position, end);
    if (found < 0) return false;
    position = found + run.text.length;
  }
  return true;
}

function findRun(run: Run, text: string, from: number, end: number): number {
  if (run.anyAt === null) {
    const found = text.indexOf(run.text, from);
    return found >= 0 && found + run.text.length <= end ? found : -1;
  }
  for (let start = from; start + run.text.length <= end; start++) {
    if (fitsAt(run, text, start)) return start;
  }
  return -1;
}

function fitsAt(run: Run, text: string, start: number): boolean {
  if (run.anyAt === null) return text.startsWith(run.text, start);
  for (let index = 0; index < run.text.length; index++) {
    if (run.anyAt[index] !== true && run.text.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}
