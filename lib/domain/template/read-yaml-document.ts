import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Problem } from "../problem";
import { deepestNesting } from "./deepest-nesting";
import { longForm, longFormKey } from "./short-tags";
import { readPlainScalar } from "./yaml-scalars";
import type { YamlSource } from "./yaml-source";

/** More values than fit into 1 MB without aliases. */
const mostValues = 600_000;

export interface YamlContent {
  /** The document's data: tags in their long form, aliases and merge keys applied. */
  readonly value: Json;
  /** See `Template.floats`. */
  readonly floats: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

export function readYamlDocument(source: YamlSource): YamlContent {
  const { contents } = source.document;
  const reader = new DocumentReader(source);
  try {
    const value = contents === null ? null : reader.read(contents, 0);
    return { value, floats: reader.floats, problems: reader.problems };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { value: null, floats: reader.floats, problems: [...reader.problems, error.problem] };
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

/** An anchor's value, with what an alias of it adds. */
interface Anchored {
  readonly value: Json;
  readonly size: number;
  readonly height: number;
  /** Path below the anchor → spelling. */
  readonly floats: readonly (readonly [string, string])[];
}

class DocumentReader {
  readonly problems: Problem[] = [];
  readonly floats = new Map<string, string>();
  readonly #path: (string | number)[] = [];
  readonly #source: YamlSource;
  readonly #anchors = new Map<string, Anchored | "open">();
  #values = 0;
  #deepest = 0;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  read(node: Node, depth: number): Json {
    this.#count(node, 1, depth);
    if (isAlias(node)) return this.#readAlias(node.source, node, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    return anchor === undefined ? this.#readTagged(node, depth) : this.#readAnchored(anchor, node, depth);
  }

  #readAnchored(name: string, node: Node, depth: number): Json {
    const [values, deepest, floats] = [this.#values, this.#deepest, this.floats.size];
    this.#deepest = depth;
    this.#anchors.set(name, "open");
    const value = this.#readTagged(node, depth);
    const at = this.#path.length;
    this.#anchors.set(name, {
      value,
      size: this.#values - values,
      height: this.#deepest - depth,
      floats: [...this.floats].slice(floats).map(([path, spelling]) => [path.split(".").slice(at).join("."), spelling]),
    });
    this.#deepest = Math.max(deepest, this.#deepest);
    return value;
  }

  #readAlias(name: string, node: Node, depth: number): Json {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined)
      throw this.#end("unknown-anchor", node, `the alias '*${name}' has no anchor '&${name}' above it.`);
    if (anchored === "open")
      throw this.#end("circular-alias", node, `the alias '*${name}' stands inside its own anchor.`);
    this.#count(node, anchored.size, depth + anchored.height);
    for (const [path, spelling] of anchored.floats) {
      this.floats.set([...this.#path, ...(path === "" ? [] : [path])].join("."), spelling);
    }
    return anchored.value;
  }

  /** What an alias stands for counts at every place where it stands: later stages see it there. */
  #count(node: Node, values: number, depth: number): void {
    this.#values += values;
    this.#deepest = Math.max(this.#deepest, depth);
    if (depth > deepestNesting) {
      throw this.#end("too-deep", node, `the values are nested deeper than ${deepestNesting} levels.`);
    }
    if (this.#values > mostValues)
      throw this.#end("too-many-aliases", node, "the aliases make the template explode in size.");
  }

  #readTagged(node: Node, depth: number): Json {
    const tag = isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
    if (tag === undefined || tag.startsWith("tag:yaml.org,2002:")) return this.#readContent(node, depth, tag);
    const key = longFormKey(tag);
    if (key === null) {
      this.#report("unknown-tag", node, `the tag '${tag.slice(0, 60)}' is none of CloudFormation's.`);
      return null;
    }
    if (isScalar(node)) return longForm(key, textOf(node, this.#source.text));
    return longForm(
      key,
      this.#at(key, () => this.#readContent(node, depth, undefined)),
    );
  }

  #readContent(node: Node, depth: number, tag: string | undefined): Json {
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) {
      return node.items.map((item, index) => (isNode(item) ? this.#at(index, () => this.read(item, depth + 1)) : null));
    }
    return isScalar(node) ? this.#readScalar(node, tag) : null;
  }

  /** Quoted text stays text unless a tag such as `!!int` asks for more. */
  #readScalar(scalar: Scalar, tag: string | undefined): Json {
    const text = textOf(scalar, this.#source.text);
    const isText = tag === undefined ? scalar.type !== "PLAIN" : tag === "tag:yaml.org,2002:str";
    if (isText) return text;
    const value = readPlainScalar(text);
    if (Number.isInteger(value) && text.includes(".")) this.floats.set(this.#path.join("."), `${value}.0`);
    return value;
  }

  #at<T>(step: string | number, read: () => T): T {
    this.#path.push(step);
    const value = read();
    this.#path.pop();
    return value;
  }

  #readMap(map: YAMLMap, depth: number): JsonObject {
    const merged = map.items.filter(isMerge);
    const entries = new Map<string, Json>();
    for (const pair of merged.toReversed()) this.#mergeInto(entries, pair, depth);
    const own = new Set<string>();
    for (const pair of map.items) {
      if (isMerge(pair)) continue;
      const key = this.#readKey(pair.key, map, depth);
      if (own.has(key))
        this.#report(
          "duplicate-key",
          isNode(pair.key) ? pair.key : map,
          `the key '${key.slice(0, 60)}' appears twice. Remove one.`,
        );
      own.add(key);
      entries.set(
        key,
        this.#at(key, () => (isNode(pair.value) ? this.read(pair.value, depth + 1) : null)),
      );
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

  #readKey(key: unknown, map: Node, depth: number): string {
    const node = isNode(key) ? key : null;
    const value = node === null ? null : this.#at("", () => this.read(node, depth + 1));
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

/** Block text that ends with the file ends without a line break where the file does. */
function textOf(scalar: Scalar, source: string): string {
  const text = typeof scalar.value === "string" ? scalar.value : "";
  const isBlock = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED";
  const endsFile = isBlock && text.endsWith("\n") && !source.endsWith("\n") && scalar.range?.[1] === source.length;
  return endsFile ? text.slice(0, -1) : text;
}

/** The reader of the failsafe schema keeps `<<` as plain text; quoted it is an ordinary key. */
export function isMerge(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === "<<" && pair.key.type === "PLAIN";
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
