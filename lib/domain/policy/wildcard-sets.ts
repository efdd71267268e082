/**
 * Questions about all the texts that patterns match: does one pattern cover another, can two match the same text. Patterns
 * are texts with `*` and `?`; policy variables count as the characters they are written with.
 */

/**
 * Whether every text that `narrow` matches is matched by `wide`. A yes is certain; for the rare patterns that set `?` beside
 * `*` in another order (`*?` and `?*`) the answer may be no where yes would be true.
 */
export function patternCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const firstWildcard = wide.search(wildcard);
  if (firstWildcard < 0 || !narrow.startsWith(wide.slice(0, firstWildcard))) return false;
  const last = Math.max(wide.lastIndexOf("*"), wide.lastIndexOf("?"));
  if (!narrow.endsWith(wide.slice(last + 1))) return false;
  return matchSymbols(wide, narrow, firstWildcard);
}

const wildcard = /[*?]/;

/**
 * Greedy matching from `start` with a return to the last star only: bounded by the product of the two lengths. A star in
 * `text` stands for texts of any length, so that nothing but a star may match it.
 */
function matchSymbols(pattern: string, text: string, start: number): boolean {
  let inPattern = start;
  let inText = start;
  let star = -1;
  let starText = 0;
  while (inText < text.length) {
    const wanted = pattern.charAt(inPattern);
    const symbol = text.charAt(inText);
    if (wanted === "*") {
      star = inPattern++;
      starText = inText;
    } else if (wanted === symbol || (wanted === "?" && symbol !== "*")) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++starText;
    } else return false;
  }
  while (pattern.charAt(inPattern) === "*") inPattern++;
  return inPattern === pattern.length;
}

/** Whether some text is matched by both patterns. */
export function patternsOverlap(a: string, b: string): boolean {
  if (!a.includes("*") && !a.includes("?") && !b.includes("*") && !b.includes("?")) return a === b;
  // Row by row over the prefixes of `a`: which prefixes of `b` can match a common text with it.
  let row = startRow(b);
  for (const symbol of a) {
    const next: boolean[] = [symbol === "*" && row[0] === true];
    for (let column = 1; column <= b.length; column++) {
      const other = b.charAt(column - 1);
      const bothStep = row[column - 1] === true && (symbol === "?" || other === "?" || symbol === other);
      const starStays = symbol === "*" && (next[column - 1] === true || row[column] === true);
      const otherStarStays = other === "*" && (row[column] === true || next[column - 1] === true);
      next.push(bothStep || starStays || otherStarStays);
    }
    row = next;
  }
  return row[b.length] === true;
}

function startRow(b: string): boolean[] {
  const row = [true];
  for (let column = 1; column <= b.length; column++) row.push(row[column - 1] === true && b.charAt(column - 1) === "*");
  return row;
}

/** The patterns that no other of them covers, each once; of two that cover each other, the first by code unit stays. */
export function widestPatterns(patterns: readonly string[]): readonly string[] {
  const distinct = [...new Set(patterns)];
  const wide = distinct.filter((pattern) => wildcard.test(pattern));
  return distinct.filter(
    (pattern) =>
      !wide.some(
        (other) =>
          other !== pattern && patternCovers(other, pattern) && (!patternCovers(pattern, other) || other < pattern),
      ),
  );
}
