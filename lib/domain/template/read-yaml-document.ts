import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem, Staged } from "../problem";
import { longForm, longFormKey } from "./short-tags";
import { readPlainScalar } from "./yaml-scalars";
import type { YamlSource } from "./yaml-source";

/** Deeper than any template in use, and far from what would exhaust the stack of later stages. */
const deepestNesting = 100;
/** More values than fit into 1 MB without aliases. */
const mostValues = 600_000;

/** The document's data: tags in their long form, aliases and merge keys applied. */
export function readYamlDocument(source: YamlSource): Staged<Json> {
  const { contents } = source.document;
  const reader = new DocumentReader(source);
  try {
    return { value: contents === null ? null : reader.read(contents, 0), problems: reader.problems };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { value: null, problems: [...reader.problems, error.problem] };
  }
}

/** Ends the reading: going on would cost more time or memory than the template is worth. */
class Unreadable extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

class DocumentReader {
  readonly problems: Problem[] = [];
  readonly #source: YamlSource;
  /** Anchored node by name, and what it holds once it has been read. */
  readonly #anchors = new Map<string, { value: Json; size: number } | "open">();
  #values = 0;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  read(node: Node, depth: number): Json {
    this.#values += 1;
    if (depth > deepestNesting)
      throw this.#end("too-deep", node, `the values are nested deeper than ${deepestNesting} levels.`);
    if (isAlias(node)) return this.#readAlias(node.source, node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#readTagged(node, depth);
    const before = this.#values;
    this.#anchors.set(anchor, "open");
    const value = this.#readTagged(node, depth);
    this.#anchors.set(anchor, { value, size: this.#values - before });
    return value;
  }

  #readAlias(name: string, node: Node): Json {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined)
      throw this.#end("unknown-anchor", node, `the alias '*${name}' has no anchor '&${name}' above it.`);
    if (anchored === "open")
      throw this.#end("circular-alias", node, `the alias '*${name}' stands inside its own anchor.`);
    this.#values += anchored.size;
    if (this.#values > mostValues)
      throw this.#end("too-many-aliases", node, "the aliases make the template explode in size.");
    return anchored.value;
  }

  #readTagged(node: Node, depth: number): Json {
    const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
    if (tag === undefined || tag.startsWith("tag:yaml.org,2002:")) return this.#readContent(node, depth, tag);
    const key = longFormKey(tag);
    if (key === null) {
      this.#report("unknown-tag", node, `the tag '${tag.slice(0, 60)}' is none of CloudFormation's.`);
      return null;
    }
    return longForm(key, isScalar(node) ? String(node.value ?? "") : this.#readContent(node, depth, undefined));
  }

  #readContent(node: Node, depth: number, tag: string | undefined): Json {
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) return node.items.map((item) => (isNode(item) ? this.read(item, depth + 1) : null));
    return isScalar(node) ? readScalar(node, tag) : null;
  }

  #readMap(map: YAMLMap, depth: number): JsonObject {
    const merged = map.items.filter(isMerge);
    const entries = new Map<string, Json>();
    for (const pair of merged.toReversed()) this.#mergeInto(entries, pair, depth);
    const own = new Set<string>();
    for (const pair of map.items) {
      if (isMerge(pair)) continue;
      const key = this.#readKey(pair.key, map);
      if (own.has(key))
        this.#report(
          "duplicate-key",
          isNode(pair.key) ? pair.key : map,
          `the key '${key.slice(0, 60)}' appears twice. Remove one.`,
        );
      own.add(key);
      entries.set(key, isNode(pair.value) ? this.read(pair.value, depth + 1) : null);
    }
    return Object.fromEntries(entries);
  }

  /** `<<: *shared` or `<<: [*one, *other]`, of which the first wins; the map's own keys win over both. */
  #mergeInto(entries: Map<string, Json>, pair: Pair, depth: number): void {
    const node = isNode(pair.value) ? pair.value : null;
    const value = node === null ? null : this.read(node, depth + 1);
    const sources = Array.isArray(value) ? value.toReversed() : [value];
    for (const source of sources) {
      if (!isJsonObject(source)) {
        if (node !== null) this.#report("yaml-syntax", node, "'<<' merges mappings only.");
        continue;
      }
      for (const [key, entry] of Object.entries(source)) entries.set(key, entry);
    }
  }

  #readKey(key: unknown, map: Node): string {
    const node = isNode(key) ? key : null;
    const value = node === null ? null : this.read(node, 0);
    if (typeof value === "object" && value !== null) {
      this.#report("yaml-syntax", node ?? map, "a key must be text, not a list or a mapping.");
      return "";
    }
    return String(value);
  }

  #report(code: string, node: Node, what: string): void {
    if (this.problems.length < 20) this.problems.push(this.#problem(code, node, what));
  }

  #end(code: string, node: Node, what: string): Unreadable {
    return new Unreadable(this.#problem(code, node, what));
  }

  #problem(code: string, node: Node, what: string): Problem {
    const { line, column } = this.#source.positionOf(node.range?.[0] ?? 0);
    return { code, severity: "error", message: `Line ${line}, column ${column}: ${what}`, line, column };
  }
}

/** Quoted text stays text unless a tag such as `!!int` asks for more. */
function readScalar(scalar: Scalar, tag: string | undefined): Json {
  const text = typeof scalar.value === "string" ? scalar.value : "";
  const isText = tag === undefined ? scalar.type !== "PLAIN" : tag === "tag:yaml.org,2002:str";
  return isText ? text : readPlainScalar(text);
}

/** The reader of the failsafe schema keeps `<<` as plain text; quoted it is an ordinary key. */
export function isMerge(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === "PLAIN";
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
