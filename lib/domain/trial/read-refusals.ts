import { locateResource } from "./refusals/locate-resource";
import type { LogLine } from "./refusals/log-line";
import type { Refusal } from "./refusals/refusal";
import { unwrapLog } from "./refusals/unwrap-log";
import { otherRefusals, type WordedRefusal, wordings } from "./refusals/wordings";

/**
 * Every refusal that a pasted log tells of, in the order of the text, each once however often it was printed: GitHub
 * Actions, `sam deploy` and others of its kind, stack events as text, table, JSON or YAML.
 */
export function readRefusals(text: string): readonly Refusal[] {
  return readRefusalsIn(unwrapLog(text));
}

export function readRefusalsIn(lines: readonly LogLine[]): readonly Refusal[] {
  return mergeRepeated(findWorded(lines).map(({ index, worded }) => locate(worded, lines, index)));
}

interface Found {
  readonly index: number;
  readonly worded: WordedRefusal;
}

/** Messages run over the ends of lines, so they are looked for in the whole text. */
function findWorded(lines: readonly LogLine[]): readonly Found[] {
  const text = lines.map((line) => line.text).join("\n");
  const starts = startsOf(lines);
  const taken: { readonly from: number; readonly to: number }[] = [];
  const found: (Found & { readonly from: number })[] = [];
  for (const { pattern, isLastResort = false, read } of wordings) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const index = indexAt(starts, from);
      if (taken.some((other) => from < other.to && other.from < to)) continue;
      if (isLastResort && otherRefusals.test(lines[index]?.text ?? "")) continue;
      if (isLastResort && taken.some((other) => isSameMessage(indexAt(starts, other.from), index))) continue;
      taken.push({ from, to });
      found.push(...read(match.groups ?? {}).map((worded) => ({ index, worded, from })));
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** An error code stands at the end of its message, which may have begun on the line before. */
function isSameMessage(other: number, index: number): boolean {
  return other === index || other === index - 1;
}

function startsOf(lines: readonly LogLine[]): readonly number[] {
  let start = 0;
  return lines.map(({ text }) => {
    const own = start;
    start += text.length + 1;
    return own;
  });
}

function indexAt(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((start) => start <= offset);
}

function locate(worded: WordedRefusal, lines: readonly LogLine[], index: number): Refusal {
  const place = locateResource(lines, index);
  return {
    action: worded.action ?? null,
    resource: worded.resource ?? null,
    principal: worded.principal ?? null,
    blockedBy: worded.blockedBy ?? null,
    explicitDeny: worded.explicitDeny ?? false,
    logicalId: place.logicalId,
    resourceType: place.resourceType ?? worded.resourceType ?? null,
    line: lines[index]?.line ?? 1,
  };
}

/** Tools repeat the event that failed at the end, often without its resource; the telling that says more is kept. */
function mergeRepeated(refusals: readonly Refusal[]): readonly Refusal[] {
  const kept: Refusal[] = [];
  for (const refusal of refusals) {
    const index = kept.findIndex((other) => isRepeated(other, refusal));
    const known = kept[index];
    if (known) kept[index] = merge(known, refusal);
    else kept.push(refusal);
  }
  return kept;
}

function isRepeated(a: Refusal, b: Refusal): boolean {
  return (
    a.resource === b.resource &&
    a.action?.toLowerCase() === b.action?.toLowerCase() &&
    (a.action === null ? a.logicalId === b.logicalId : agree(a.logicalId, b.logicalId)) &&
    agree(a.principal, b.principal)
  );
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function merge(first: Refusal, again: Refusal): Refusal {
  return {
    ...first,
    principal: first.principal ?? again.principal,
    blockedBy: first.blockedBy ?? again.blockedBy,
    logicalId: first.logicalId ?? again.logicalId,
    resourceType: first.resourceType ?? again.resourceType,
  };
}
