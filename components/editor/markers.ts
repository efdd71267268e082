import type { Problem } from "@/lib/domain/problem";

/** Monaco's MarkerSeverity, whose numbers are part of its interface; importing it would load the editor. */
const severities = { error: 8, warning: 4, info: 2 } as const;

/** Problems that have a line, as Monaco's markers over that line's text. */
export function markersOf(problems: readonly Problem[], text: string) {
  const lines = text.split("\n");
  return problems.flatMap(({ line, column, message, severity, code }) => {
    const content = line === undefined ? undefined : lines[line - 1];
    if (line === undefined || content === undefined) return [];
    const start = column ?? content.length - content.trimStart().length + 1;
    return [
      {
        severity: severities[severity],
        message,
        code,
        startLineNumber: line,
        endLineNumber: line,
        startColumn: start,
        endColumn: Math.max(start + 1, content.trimEnd().length + 1),
      },
    ];
  });
}
