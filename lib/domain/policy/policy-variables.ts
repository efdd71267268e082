import {
  type ContextKeyName,
  contextKeyName,
  contextValues,
  isMultivalued,
  type RequestContext,
} from "./request-context";
import type { PatternPart } from "./wildcard";

/**
 * Policy variables: `${aws:username}`, `${aws:username, 'default'}`, and the escapes `${*}`, `${?}` and `${$}`. They exist in
 * documents of version 2012-10-17 only; elsewhere the text is literal.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export type TemplatePart = PatternPart | VariablePart;

export interface VariablePart {
  readonly kind: "variable";
  readonly key: ContextKeyName;
  /** What stands in for a missing key; `null` when the policy names no default. */
  readonly fallback: string | null;
}

export const versionWithVariables = "2012-10-17";

const placeholder = /\$\{([^{}]*)\}/g;
const defaulted = /^\s*([^\s,']+)\s*,\s*'([^']*)'\s*$/;
const escapes: ReadonlySet<string> = new Set(["*", "?", "$"]);

export function parseVariables(text: string, version: string | undefined): readonly TemplatePart[] {
  if (version !== versionWithVariables || !text.includes("${")) return [{ kind: "pattern", text }];
  const parts: TemplatePart[] = [];
  let position = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > position) parts.push({ kind: "pattern", text: text.slice(position, match.index) });
    parts.push(parsePlaceholder(match[1] ?? ""));
    position = match.index + match[0].length;
  }
  if (position < text.length) parts.push({ kind: "pattern", text: text.slice(position) });
  return parts;
}

function parsePlaceholder(inside: string): TemplatePart {
  if (escapes.has(inside)) return { kind: "literal", text: inside };
  const withDefault = defaulted.exec(inside);
  const key = withDefault?.[1] ?? inside.trim();
  return { kind: "variable", key: contextKeyName(key), fallback: withDefault?.[2] ?? null };
}

export function isFixed(parts: readonly TemplatePart[]): parts is readonly PatternPart[] {
  return parts.every((part) => part.kind !== "variable");
}

/**
 * The parts with every variable replaced by its value, which is literal: a `*` in a value is no wildcard. `null` when a
 * variable has no single value and no default; keys with several values cannot be variables.
 */
export function resolveVariables(
  parts: readonly TemplatePart[],
  context: RequestContext,
): readonly PatternPart[] | null {
  const resolved: PatternPart[] = [];
  for (const part of parts) {
    if (part.kind !== "variable") {
      resolved.push(part);
      continue;
    }
    const values = isMultivalued(part.key) ? undefined : contextValues(context, part.key);
    const value = values?.length === 1 ? values[0] : undefined;
    const text = value ?? part.fallback;
    if (text === null) return null;
    resolved.push({ kind: "literal", text });
  }
  return resolved;
}

export function joinParts(parts: readonly PatternPart[]): string {
  return parts.map((part) => part.text).join("");
}
