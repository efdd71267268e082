/** IAM takes one text or a list of texts in most places; these read and write both. */
export type TextOrList = string | readonly string[];

export function listOf(value: TextOrList | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** The shortest way to write a list: one text without its brackets. */
export function oneOrList(texts: readonly string[]): TextOrList {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}

/** The first list as it is, and behind it what only the second holds, each text once. */
export function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const held = new Set(a);
  return [...a, ...new Set(b.filter((text) => !held.has(text)))];
}
