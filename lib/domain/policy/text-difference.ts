import { type DiffLine, diffLines } from "./diff-lines";
import type { PolicyDocument, Statement } from "./policy-document";

/** Unchanged lines that stand around a change, as `diff -u` keeps them. */
const contextLines = 3;

/**
 * How a document's text changes, in the unified format that `patch` reads; the texts are those of {@link printPolicy}.
 * Statements are compared in their places, since fixes only widen and append them. Empty where nothing differs.
 *
 * @param before `null` for a document that was not there
 * @param name of the file, as the header says it
 */
export type DifferTexts = (before: PolicyDocument | null, after: PolicyDocument, name: string) => string;

export const differTexts: DifferTexts = (before, after, name) => startDiffering()(before, after, name);

/** {@link differTexts} for one version of the documents after the other: each statement is printed once for all of them. */
export function startDiffering(): DifferTexts {
  const print = rememberStatements((statement) => keepLines(printStatement(statement, "")));
  const printWithComma = rememberStatements((statement) => keepLines(printStatement(statement, ",")));
  const printParts = (document: PolicyDocument) => printDocument(document, print, printWithComma);
  return (before, after, name) => {
    const lines =
      before === null
        ? printPolicy(after).split("\n").slice(0, -1).map(added)
        : differ(before, after, printParts(before), printParts(after));
    const hunks = findHunks(lines);
    if (hunks.length === 0) return "";
    const header = [`--- ${before === null ? "/dev/null" : `a/${name}`}`, `+++ b/${name}`];
    return [...header, ...hunks.flatMap((hunk) => tellHunk(lines, hunk))].map((line) => `${line}\n`).join("");
  };
}

type PrintStatement = (statement: Statement) => readonly DiffLine[];

function rememberStatements(print: PrintStatement): PrintStatement {
  const printed = new WeakMap<Statement, readonly DiffLine[]>();
  return (statement) => {
    const lines = printed.get(statement) ?? print(statement);
    printed.set(statement, lines);
    return lines;
  };
}

/** A document as it is shown and downloaded: as it was written, with two spaces of indentation. */
export function printPolicy({ Statement, ...rest }: PolicyDocument): string {
  return `${JSON.stringify({ ...rest, Statement }, null, 2)}\n`;
}

function differ(before: PolicyDocument, after: PolicyDocument, old: Printed, now: Printed): readonly DiffLine[] {
  const places = old.statements.length > now.statements.length ? old.statements : now.statements;
  return [
    ...diffLines(old.head, now.head),
    ...places.flatMap((_, index) => {
      const [from, to] = [old.statements[index] ?? [], now.statements[index] ?? []];
      const isSame = before.Statement[index] === after.Statement[index] && from.at(-1)?.text === to.at(-1)?.text;
      return isSame ? to : diffLines(from.map(textOf), to.map(textOf));
    }),
    ...diffLines(old.foot, now.foot),
  ];
}

interface Printed {
  readonly head: readonly string[];
  /** Lines of each statement, with the comma that follows it. */
  readonly statements: readonly (readonly DiffLine[])[];
  readonly foot: readonly string[];
}

function printDocument(
  { Statement: statements, ...rest }: PolicyDocument,
  print: PrintStatement,
  printWithComma: PrintStatement,
): Printed {
  const whole = JSON.stringify({ ...rest, Statement: [] }, null, 2).split("\n");
  const head = whole.slice(0, -2);
  if (statements.length === 0) return { head: [...head, '  "Statement": []'], statements: [], foot: ["}"] };
  const last = statements.length - 1;
  return {
    head: [...head, '  "Statement": ['],
    statements: statements.map((statement, index) => (index === last ? print : printWithComma)(statement)),
    foot: ["  ]", "}"],
  };
}

function printStatement(statement: Statement, comma: string): readonly string[] {
  return `${JSON.stringify(statement, null, 2)}${comma}`.split("\n").map((line) => `    ${line}`);
}

function keepLines(lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ mark: " ", text }));
}

function textOf({ text }: DiffLine): string {
  return text;
}

function added(text: string): DiffLine {
  return { mark: "+", text };
}

/** First line and the line after the last. */
type Hunk = readonly [number, number];

function findHunks(lines: readonly DiffLine[]): readonly Hunk[] {
  const hunks: [number, number][] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === " ") continue;
    const [from, to] = [Math.max(0, index - contextLines), Math.min(lines.length, index + 1 + contextLines)];
    const last = hunks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function tellHunk(lines: readonly DiffLine[], [from, to]: Hunk): readonly string[] {
  const shown = lines.slice(from, to);
  const tellSide = (other: DiffLine["mark"]) => {
    const passed = lines.slice(0, from).filter(({ mark }) => mark !== other).length;
    const count = shown.filter(({ mark }) => mark !== other).length;
    return `${count === 0 ? passed : passed + 1},${count}`;
  };
  return [`@@ -${tellSide("+")} +${tellSide("-")} @@`, ...shown.map(({ mark, text }) => `${mark}${text}`)];
}
