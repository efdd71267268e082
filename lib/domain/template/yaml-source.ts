import { type Document, LineCounter, parseDocument, visit, type YAMLParseError } from "yaml";
import type { Position } from "./template";

/** A parsed text: its nodes, what the reader objects to, and where an offset of a node stands in the user's text. */
export interface YamlSource {
  readonly document: Document;
  readonly errors: readonly YAMLParseError[];
  /** What the offsets count in. */
  readonly text: string;
  positionOf(offset: number): Position;
}

/**
 * Reads YAML 1.1 without giving scalars a meaning. Brackets that go on further left than they began are read as if they
 * were indented: the YAML standard refuses them, CloudFormation and AWS's tools do not.
 */
export function readYamlSource(text: string): YamlSource {
  const original = read(text, new Map());
  let source = original;
  for (let repairs = 0; repairs < mostRepairs && source.errors.length > 0; repairs++) {
    const repaired = indentBrackets(source);
    if (repaired === null) return original;
    source = repaired;
  }
  return source.errors.length > 0 ? original : source;
}

const mostRepairs = 20;
/** More than any block in a readable template is indented. */
const addedIndent = " ".repeat(120);

interface RepairableSource extends YamlSource {
  /** Spaces added in front of a line, by its number. */
  readonly added: ReadonlyMap<number, number>;
}

function read(text: string, added: ReadonlyMap<number, number>): RepairableSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
  });
  return {
    document,
    errors: document.errors,
    text,
    added,
    positionOf(offset) {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col - (added.get(line) ?? 0), 1) };
    },
  };
}

function indentBrackets(source: RepairableSource): RepairableSource | null {
  const error = source.errors.find(({ code, message }) => code === "BAD_INDENT" && message.startsWith("Flow"));
  const start = error === undefined ? null : startOfBrackets(source.document, error.pos[0]);
  const end = start === null ? null : endOfBrackets(source.text, start);
  if (start === null || end === null) return null;
  const added = new Map(source.added);
  const firstLine = source.text.slice(0, start).split("\n").length;
  const inside = source.text.slice(start, end).split("\n");
  for (let line = 1; line < inside.length; line++) {
    added.set(firstLine + line, (added.get(firstLine + line) ?? 0) + addedIndent.length);
  }
  const text = source.text.slice(0, start) + inside.join(`\n${addedIndent}`) + source.text.slice(end);
  return read(text, added);
}

/** The bracket that the reader gave up on at `offset`. */
function startOfBrackets(document: Document, offset: number): number | null {
  let start: number | null = null;
  visit(document, {
    Collection(_key, node) {
      if (node.flow && node.range?.[1] === offset) start = node.range[0];
    },
  });
  return start;
}

/** Behind the bracket that closes the one at `start`; null where it is never closed. */
function endOfBrackets(text: string, start: number): number | null {
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=\s)#[^\n]*|[[\]{}]/gs;
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === "[" || found === "{") depth += 1;
    if (found === "]" || found === "}") depth -= 1;
    if (depth === 0) return token.lastIndex;
  }
  return null;
}
