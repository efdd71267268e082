/** A value of a JSON text with the place where it stands, so that a fault can be shown in an editor. */
export type JsonNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly kind: "object";
  readonly offset: number;
  /** In the order of the text; a key that is written twice is here twice. */
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: JsonNode;
}

export interface ArrayNode {
  readonly kind: "array";
  readonly offset: number;
  readonly items: readonly JsonNode[];
}

export interface ScalarNode {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

/** What is wrong with a text that is not JSON, and where: a 0-based offset. */
export interface SyntaxFault {
  readonly message: string;
  readonly offset: number;
}

export type ParsedJson = { readonly node: JsonNode } | { readonly fault: SyntaxFault };

/** Far deeper than any policy; a text that nests further is refused instead of exhausting the stack. */
const maximumDepth = 64;

/** Parses JSON (RFC 8259) in one pass, keeping offsets and repeated keys. The first fault ends it. */
export function parseJsonText(text: string): ParsedJson {
  const reader = { text, offset: 0 };
  try {
    const node = readValue(reader, 0);
    skipSpace(reader);
    if (reader.offset < text.length) throw new Fault("Unexpected text after the end of the document", reader.offset);
    return { node };
  } catch (error) {
    if (error instanceof Fault) return { fault: { message: error.message, offset: error.offset } };
    throw error;
  }
}

interface Reader {
  readonly text: string;
  offset: number;
}

class Fault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

function readValue(reader: Reader, depth: number): JsonNode {
  skipSpace(reader);
  if (depth > maximumDepth) throw new Fault(`More than ${maximumDepth} levels of nesting`, reader.offset);
  const character = reader.text.charAt(reader.offset);
  if (character === "{") return readObject(reader, depth);
  if (character === "[") return readArray(reader, depth);
  const { offset } = reader;
  if (character === '"') return { kind: "scalar", offset, value: readString(reader) };
  return { kind: "scalar", offset, value: readLiteral(reader) };
}

function readObject(reader: Reader, depth: number): ObjectNode {
  const { offset } = reader;
  const entries: ObjectEntry[] = [];
  reader.offset++;
  if (takes(reader, "}")) return { kind: "object", offset, entries };
  do {
    skipSpace(reader);
    const keyOffset = reader.offset;
    if (reader.text.charAt(keyOffset) !== '"') throw new Fault("Expected a key in double quotes", keyOffset);
    const key = readString(reader);
    if (!takes(reader, ":")) throw new Fault(`Expected ":" after the key "${key}"`, reader.offset);
    entries.push({ key, keyOffset, value: readValue(reader, depth + 1) });
  } while (takes(reader, ","));
  if (!takes(reader, "}")) throw new Fault('Expected "," or "}"', reader.offset);
  return { kind: "object", offset, entries };
}

function readArray(reader: Reader, depth: number): ArrayNode {
  const { offset } = reader;
  const items: JsonNode[] = [];
  reader.offset++;
  if (takes(reader, "]")) return { kind: "array", offset, items };
  do items.push(readValue(reader, depth + 1));
  while (takes(reader, ","));
  if (!takes(reader, "]")) throw new Fault('Expected "," or "]"', reader.offset);
  return { kind: "array", offset, items };
}

function readString(reader: Reader): string {
  const { text, offset } = reader;
  let end = offset + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === "\\" ? 2 : 1;
  reader.offset = end + 1;
  const value = unquote(text.slice(offset, end + 1));
  if (value === null) throw new Fault("A string is not closed, or holds a character that JSON forbids", offset);
  return value;
}

function unquote(token: string): string | null {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

const literalToken = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function readLiteral(reader: Reader): number | boolean | null {
  literalToken.lastIndex = reader.offset;
  const token = literalToken.exec(reader.text)?.[0];
  if (token === undefined) {
    const atEnd = reader.offset >= reader.text.length;
    throw new Fault(atEnd ? "The text ends too early" : "Expected a value", reader.offset);
  }
  reader.offset += token.length;
  const word = words[token];
  return word === undefined ? Number(token) : word;
}

function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text.charAt(reader.offset) !== character) return false;
  reader.offset++;
  return true;
}

const space = /[ \t\r\n]*/y;

function skipSpace(reader: Reader): void {
  space.lastIndex = reader.offset;
  reader.offset += space.exec(reader.text)?.[0].length ?? 0;
}

/** 1-based line and column of a 0-based offset. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
