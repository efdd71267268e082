import type { Problem } from "../problem";
import type { JsonNode, ObjectEntry, ObjectNode } from "./json-text";
import { findNearestName } from "./nearest-name";
import type { ConditionBlock, ConditionValue, Effect, PolicyDocument, Principal, Statement } from "./policy-document";

/** A problem and where it stands in the text: a 0-based offset. */
export interface LocatedFault extends Problem {
  readonly offset: number;
}

interface Reading<T> {
  readonly value: T;
  readonly faults: readonly LocatedFault[];
}

const documentElements = ["Version", "Id", "Statement"] as const;
const statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;
const versions = ["2012-10-17", "2008-10-17"];
const principalTypes = ["AWS", "Service", "Federated", "CanonicalUser"];

/** Holds a parsed JSON tree against the grammar of the policy language; the value is meaningful only when no fault is an error. */
export function readPolicyDocument(node: JsonNode): Reading<PolicyDocument | null> {
  const faults: LocatedFault[] = [];
  const report: Report = (code, at, path, message) => {
    faults.push({ code, severity: "error", message, path, offset: at });
  };
  if (node.kind !== "object") {
    report("not-an-object", node.offset, "", "A policy is a JSON object with Version and Statement; this is none.");
    return { value: null, faults };
  }
  checkElements(node, documentElements, "", "a policy document", report);
  const version = readText(find(node, "Version"), "Version", report);
  if (version !== undefined && !versions.includes(version)) {
    const at = find(node, "Version")?.value.offset ?? node.offset;
    report("unknown-version", at, "Version", `Version "${version}" does not exist; write "2012-10-17".`);
  }
  const id = readText(find(node, "Id"), "Id", report);
  const statements = readStatements(node, report);
  return {
    value: {
      ...(version === undefined ? {} : { Version: version }),
      ...(id === undefined ? {} : { Id: id }),
      Statement: statements,
    },
    faults,
  };
}

type Report = (code: string, offset: number, path: string, message: string) => void;

function checkElements(
  node: ObjectNode,
  known: readonly string[] | null,
  path: string,
  where: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { key, keyOffset } of node.entries) {
    const keyPath = join(path, key);
    if (seen.has(key)) {
      report("duplicate-key", keyOffset, keyPath, `${key} is written twice in ${where}; keep one.`);
    } else if (known !== null && !known.includes(key)) {
      const nearest = findNearestName(key, known);
      const advice = nearest === null ? `Known are ${known.join(", ")}.` : `Did you mean ${nearest}?`;
      report("unknown-element", keyOffset, keyPath, `${key} is no element of ${where}. ${advice}`);
    }
    seen.add(key);
  }
}

function readStatements(node: ObjectNode, report: Report): readonly Statement[] {
  const entry = find(node, "Statement");
  if (entry === undefined) {
    report("missing-element", node.offset, "", "The policy has no Statement; add a list with at least one.");
    return [];
  }
  const { value } = entry;
  if (value.kind === "object") return [readStatement(value, "Statement", report)];
  if (value.kind !== "array" || value.items.length === 0) {
    report("invalid-statement", value.offset, "Statement", "Statement must be a list with at least one statement.");
    return [];
  }
  return value.items.flatMap((item, index) => {
    const path = `Statement.${index}`;
    if (item.kind === "object") return [readStatement(item, path, report)];
    report("invalid-statement", item.offset, path, `${path} must be an object with Effect, Action and Resource.`);
    return [];
  });
}

function readStatement(node: ObjectNode, path: string, report: Report): Statement {
  checkElements(node, statementElements, path, "a statement", report);
  requireOneOf(node, "Action", "NotAction", path, report);
  refuseBoth(node, "Resource", "NotResource", path, report);
  refuseBoth(node, "Principal", "NotPrincipal", path, report);
  const sid = readText(find(node, "Sid"), join(path, "Sid"), report);
  const condition = find(node, "Condition");
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: readEffect(node, path, report),
    ...readTexts(node, "Action", path, report),
    ...readTexts(node, "NotAction", path, report),
    ...readTexts(node, "Resource", path, report),
    ...readTexts(node, "NotResource", path, report),
    ...readPrincipal(node, "Principal", path, report),
    ...readPrincipal(node, "NotPrincipal", path, report),
    ...(condition === undefined ? {} : { Condition: readCondition(condition.value, join(path, "Condition"), report) }),
  };
}

function requireOneOf(node: ObjectNode, name: string, negated: string, path: string, report: Report): void {
  if (find(node, name) === undefined && find(node, negated) === undefined) {
    report("missing-element", node.offset, path, `${path} has neither ${name} nor ${negated}; add one of them.`);
  }
  refuseBoth(node, name, negated, path, report);
}

function refuseBoth(node: ObjectNode, name: string, negated: string, path: string, report: Report): void {
  const second = find(node, negated);
  if (find(node, name) === undefined || second === undefined) return;
  report(
    "conflicting-elements",
    second.keyOffset,
    join(path, negated),
    `${path} has both ${name} and ${negated}; keep one.`,
  );
}

function readEffect(node: ObjectNode, path: string, report: Report): Effect {
  const entry = find(node, "Effect");
  const value = entry?.value.kind === "scalar" ? entry.value.value : undefined;
  if (value === "Allow" || value === "Deny") return value;
  const at = entry?.value.offset ?? node.offset;
  report("invalid-effect", at, join(path, "Effect"), `${path} needs an Effect of "Allow" or "Deny", in this spelling.`);
  return "Deny";
}

type ListElement = "Action" | "NotAction" | "Resource" | "NotResource";

function readTexts(
  node: ObjectNode,
  element: ListElement,
  path: string,
  report: Report,
): Partial<Record<ListElement, string | readonly string[]>> {
  const entry = find(node, element);
  if (entry === undefined) return {};
  const value = readTextOrList(entry.value, join(path, element), report);
  return { [element]: value };
}

function readTextOrList(node: JsonNode, path: string, report: Report): string | readonly string[] {
  if (node.kind === "scalar" && typeof node.value === "string") return node.value;
  if (node.kind !== "array" || node.items.length === 0) {
    report("invalid-value", node.offset, path, `${path} must be a text or a list with at least one text.`);
    return [];
  }
  return node.items.flatMap((item, index) => {
    if (item.kind === "scalar" && typeof item.value === "string") return [item.value];
    report("invalid-value", item.offset, `${path}.${index}`, `${path}.${index} must be a text.`);
    return [];
  });
}

function readPrincipal(
  node: ObjectNode,
  element: "Principal" | "NotPrincipal",
  path: string,
  report: Report,
): Partial<Record<"Principal" | "NotPrincipal", Principal>> {
  const entry = find(node, element);
  if (entry === undefined) return {};
  const { value } = entry;
  const elementPath = join(path, element);
  if (value.kind === "scalar" && value.value === "*") return { [element]: "*" };
  if (value.kind !== "object") {
    report(
      "invalid-principal",
      value.offset,
      elementPath,
      `${elementPath} must be "*" or an object such as {"Service": "…"}.`,
    );
    return {};
  }
  checkElements(value, principalTypes, elementPath, "a principal", report);
  const entries = value.entries.map((item): [string, string | readonly string[]] => [
    item.key,
    readTextOrList(item.value, join(elementPath, item.key), report),
  ]);
  return { [element]: Object.fromEntries(entries) };
}

function readCondition(node: JsonNode, path: string, report: Report): ConditionBlock {
  return Object.fromEntries(
    readObjectEntries(node, path, "an object of condition operators", report).map(({ key: operator, value }) => {
      const operatorPath = join(path, operator);
      const keys = readObjectEntries(value, operatorPath, "an object of condition keys", report);
      const read = keys.map((entry): [string, ConditionValue] => [
        entry.key,
        readConditionValue(entry.value, join(operatorPath, entry.key), report),
      ]);
      return [operator, Object.fromEntries(read)];
    }),
  );
}

function readObjectEntries(node: JsonNode, path: string, what: string, report: Report): readonly ObjectEntry[] {
  if (node.kind !== "object") {
    report("invalid-condition", node.offset, path, `${path} must be ${what}.`);
    return [];
  }
  checkElements(node, null, path, path, report);
  return node.entries;
}

function readConditionValue(node: JsonNode, path: string, report: Report): ConditionValue {
  if (node.kind === "scalar" && node.value !== null) return node.value;
  if (node.kind !== "array") {
    report(
      "invalid-condition",
      node.offset,
      path,
      `${path} must be a text, a number, true, false, or a list of these.`,
    );
    return [];
  }
  return node.items.flatMap((item, index) => {
    if (item.kind === "scalar" && item.value !== null) return [item.value];
    report(
      "invalid-condition",
      item.offset,
      `${path}.${index}`,
      `${path}.${index} must be a text, a number, true or false.`,
    );
    return [];
  });
}

function readText(entry: ObjectEntry | undefined, path: string, report: Report): string | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "scalar" && typeof entry.value.value === "string") return entry.value.value;
  report("invalid-value", entry.value.offset, path, `${path} must be a text.`);
  return undefined;
}

function find(node: ObjectNode, key: string): ObjectEntry | undefined {
  return node.entries.find((entry) => entry.key === key);
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
