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

/**
 * Whether some text is matched by both patterns. Two patterns with stars share a text as soon as their beginnings and
 * their ends agree: what stands between them in either, one after the other, fits into the stars of both.
 */
export function patternsOverlap(a: string, b: string): boolean {
  const [starOfA, starOfB] = [a.indexOf("*"), b.indexOf("*")];
  if (starOfA < 0 && starOfB < 0) return a.length === b.length && agreeAt(a, b, 0);
  if (starOfA < 0) return overlapsFixed(b, a);
  if (starOfB < 0) return overlapsFixed(a, b);
  if (!agree(a, 0, b, Math.min(starOfA, starOfB))) return false;
  const [endOfA, endOfB] = [a.slice(a.lastIndexOf("*") + 1), b.slice(b.lastIndexOf("*") + 1)];
  const [longer, shorter] = endOfA.length > endOfB.length ? [endOfA, endOfB] : [endOfB, endOfA];
  return agreeAt(longer, shorter, longer.length - shorter.length);
}

/** As {@link patternsOverlap} where only one has stars; each run is placed at the first position where it agrees. */
function overlapsFixed(pattern: string, fixed: string): boolean {
  const runs = pattern.split("*");
  const [first = "", last = ""] = [runs[0], runs.at(-1)];
  const end = fixed.length - last.length;
  let position = first.length;
  if (position > end || !agreeAt(fixed, first, 0) || !agreeAt(fixed, last, end)) return false;
  for (const run of runs.slice(1, -1)) {
    while (position + run.length <= end && !agreeAt(fixed, run, position)) position++;
    position += run.length;
    if (position > end) return false;
  }
  return true;
}

/** Whether `part`, set at `start`, can be read alike with `whole` as far as both reach; `?` is any character on either side. */
function agreeAt(whole: string, part: string, start: number): boolean {
  return agree(whole, start, part, Math.min(whole.length - start, part.length));
}

function agree(whole: string, start: number, part: string, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const one = whole.charCodeAt(start + index);
    const other = part.charCodeAt(index);
    if (one !== other && one !== questionMark && other !== questionMark) return false;
  }
  return true;
}

const questionMark = "?".charCodeAt(0);

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
