import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { isMerge } from "./read-yaml-document";
import { longFormKey } from "./short-tags";
import type { PositionTable } from "./template";
import type { YamlSource } from "./yaml-source";

/** Finds the place of a path in the text when asked: most paths never are. */
export function makePositionTable({ document, positionOf }: YamlSource): PositionTable {
  return {
    find(path) {
      const root = document.contents;
      if (root === null) return null;
      return positionOf(path === "" ? startOf(root) : locate(document, root, path.split("."), startOf(root)));
    },
  };
}

/** The offset of the key or list item that the path leads to, or of the last one on the way that exists. */
function locate(document: Document, node: Node, path: readonly string[], found: number): number {
  if (path.length === 0) return found;
  const target = isAlias(node) ? node.resolve(document) : node;
  if (target === undefined) return found;
  const tag = isMap(target) || isSeq(target) || isScalar(target) ? target.tag : undefined;
  const rest = tag !== undefined && longFormKey(tag) === path[0] ? path.slice(1) : path;
  if (rest.length === 0) return found;
  if (isSeq(target)) {
    const item = target.items[Number(rest[0])];
    return isNode(item) ? locate(document, item, rest.slice(1), startOf(item)) : found;
  }
  if (!isMap(target)) return found;
  for (let length = 1; length <= rest.length; length++) {
    const key = rest.slice(0, length).join(".");
    const pair = target.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair !== undefined) return locatePair(document, pair, rest.slice(length), found);
  }
  return locateMerged(document, target.items.filter(isMerge), rest, found);
}

function locatePair(document: Document, pair: Pair, rest: readonly string[], found: number): number {
  const place = isNode(pair.key) ? startOf(pair.key) : found;
  return isNode(pair.value) ? locate(document, pair.value, rest, place) : place;
}

function locateMerged(document: Document, merges: readonly Pair[], path: readonly string[], found: number): number {
  for (const { value } of merges) {
    const sources = isSeq(value) ? value.items : [value];
    for (const source of sources) {
      const place = isNode(source) ? locate(document, source, path, -1) : -1;
      if (place >= 0) return place;
    }
  }
  return found;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
