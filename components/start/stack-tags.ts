/** One tag a line, as in `Team=orders`; a line without a key is no tag. */
export function readTags(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .map((line) => {
        const at = line.indexOf("=");
        return at < 0 ? [line.trim(), ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      })
      .filter(([key]) => key !== ""),
  );
}

export function writeTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join("\n");
}
