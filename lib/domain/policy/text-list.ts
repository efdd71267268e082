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

/** Both lists, each text once, in the order of their first appearance. */
export function unite(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
