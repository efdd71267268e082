import { valuesOf } from "../../lib/domain/policy/compile-condition";
import type { AccessRequest, PolicySet } from "../../lib/domain/policy/decision";
import type { ConditionBlock, PolicyDocument, Statement } from "../../lib/domain/policy/policy-document";
import {
  joinParts,
  parseVariables,
  resolveVariables,
  versionWithVariables,
} from "../../lib/domain/policy/policy-variables";
import { contextKeyName, contextValues } from "../../lib/domain/policy/request-context";
import { listOf } from "../../lib/domain/policy/text-list";
import { compileWildcardText, matchesWildcard, type PatternPart } from "../../lib/domain/policy/wildcard";

export interface Case {
  readonly set: PolicySet;
  readonly request: AccessRequest;
}

/**
 * Where iam-simulate departs from AWS's documentation. `rewrite` spells the same case without the feature in question, as
 * the documentation reads it: a disagreement counts as this difference only when both engines agree on the rewritten case.
 */
export interface KnownDifference {
  readonly name: string;
  readonly source: string;
  readonly rewrite: (original: Case) => Case;
}

const variables = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html";
const operators =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html";

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: "a document of version 2008-10-17 has no policy variables: their text is literal",
    source: variables,
    rewrite: (original) =>
      rewriteDocuments(original, (document) => (hasVariables(document) ? document : literalDollars(document))),
  },
  {
    name: "a statement with a variable that has no value is void, a Deny with NotResource included",
    source: variables,
    rewrite: (original) =>
      rewriteStatements(original, (statement, version) =>
        listOf(statement.NotResource).some(
          (text) => resolveVariables(parseVariables(text, version), original.request.context) === null,
        )
          ? []
          : [statement],
      ),
  },
  {
    name: "a variable may be an ARN's whole resource part",
    source: variables,
    rewrite: (original) =>
      rewriteResources(original, (text) => {
        const resolved = resolveVariables(parseVariables(text, versionWithVariables), original.request.context);
        return resolved === null || hasWildcards(resolved) ? text : joinParts(resolved);
      }),
  },
  {
    name: "${*} stands for an asterisk in operators without wildcards too",
    source: variables,
    rewrite: ({ set, request }) =>
      rewriteDocuments(
        { set, request: mapContext(request, (values) => values.map((value) => (value === "*" ? "asterisk" : value))) },
        (document) => rewriteTexts(document, (text) => text.replaceAll("${*}", "asterisk")),
      ),
  },
  {
    name: "0.0.0.0/0 holds every IPv4 address, and no IPv4 range an IPv6 address",
    source: `${operators}#Conditions_IPAddress`,
    rewrite: (original) => {
      const [address = ""] = contextValues(original.request.context, contextKeyName("aws:SourceIp")) ?? [];
      return rewriteConditions(original, (values) =>
        values.flatMap((value) => {
          if (address.includes(":")) return /^\d+(\.\d+){3}(\/\d+)?$/.test(value) ? ["fd00::1/128"] : [value];
          return value === "0.0.0.0/0" ? ["0.0.0.0/1", "128.0.0.0/1"] : [value];
        }),
      );
    },
  },
  {
    name: "a star at the end of an ARN's segment reaches over the colons that follow, in NotResource too",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    rewrite: (original) =>
      rewriteResources(original, (text) =>
        text.startsWith("arn:") && text.endsWith("*")
          ? `${text}${":*".repeat(Math.max(0, 6 - text.split(":").length))}`
          : text,
      ),
  },
  {
    name: "a key without values is missing",
    source: `${operators}#Conditions_Null`,
    rewrite: ({ set, request }) => ({
      set,
      request: {
        ...request,
        context: Object.fromEntries(Object.entries(request.context).filter(([, values]) => values.length > 0)),
      },
    }),
  },
  {
    name: "a session policy limits as a boundary does: its Deny is explicit, its NotResource covers the resource *",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
    rewrite: (original) =>
      original.set.boundary === null
        ? { ...original, set: { ...original.set, boundary: original.set.session[0] ?? null, session: [] } }
        : original,
  },
  {
    name: "a Resource that is no ARN matches no ARN",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    rewrite: (original) =>
      rewriteResources(original, (text) => (/^(arn:|[*?])/.test(text) ? text : `arn:aws:none:::${text}`)),
  },
  {
    // AWS writes such patterns itself: arn:aws:wafv2:*:*:*/webacl/* in AWSWAFFullAccess.
    name: "a wildcard may stand in the first word of an ARN's resource part",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    rewrite: (original) =>
      rewriteResources(original, (text) => {
        const resourcePart = text.split(":").slice(5).join(":");
        const matched = original.request.resources.find((resource) =>
          matchesWildcard(compileWildcardText(text), resource),
        );
        return /^[^/:]*[*?][^/:]*[/:]/.test(resourcePart) && matched !== undefined ? matched : text;
      }),
  },
];

function rewriteDocuments({ set, request }: Case, change: (document: PolicyDocument) => PolicyDocument): Case {
  const { identity, boundary, session, scp, rcp } = set;
  return {
    set: {
      identity: identity.map(change),
      boundary: boundary === null ? null : change(boundary),
      session: session.map(change),
      scp: scp.map(change),
      rcp: rcp.map(change),
    },
    request,
  };
}

function rewriteTexts(document: PolicyDocument, change: (text: string) => string): PolicyDocument {
  const single: Case = {
    set: { identity: [document], boundary: null, session: [], scp: [], rcp: [] },
    request: nothing,
  };
  const resources = rewriteResources(single, change);
  const conditions = rewriteConditions(resources, (values) => values.map(change));
  return conditions.set.identity[0] ?? document;
}

const nothing: AccessRequest = { action: "", resources: [], context: {} };

function rewriteStatements(
  original: Case,
  change: (statement: Statement, version: string | undefined) => readonly Statement[],
): Case {
  return rewriteDocuments(original, (document) => ({
    ...document,
    Statement: document.Statement.flatMap((statement) => change(statement, document.Version)),
  }));
}

function rewriteResources(original: Case, change: (text: string) => string): Case {
  return rewriteStatements(original, (statement) => [
    {
      ...statement,
      ...(statement.Resource === undefined ? {} : { Resource: listOf(statement.Resource).map(change) }),
      ...(statement.NotResource === undefined ? {} : { NotResource: listOf(statement.NotResource).map(change) }),
    },
  ]);
}

function rewriteConditions(original: Case, change: (values: readonly string[]) => readonly string[]): Case {
  const changeBlock = (block: ConditionBlock): ConditionBlock =>
    mapValues(block, (keys) => mapValues(keys, (value) => change(valuesOf(value))));
  return rewriteStatements(original, (statement) => [
    statement.Condition === undefined ? statement : { ...statement, Condition: changeBlock(statement.Condition) },
  ]);
}

function mapContext(request: AccessRequest, change: (values: readonly string[]) => readonly string[]): AccessRequest {
  return { ...request, context: mapValues(request.context, change) };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function hasWildcards(parts: readonly PatternPart[]): boolean {
  return parts.some((part) => part.kind === "literal" && /[*?]/.test(part.text));
}

function hasVariables(document: PolicyDocument): boolean {
  return document.Version === versionWithVariables;
}

/** Braces after a dollar become brackets: literal text either way, that no engine can take for a variable. */
function literalDollars(document: PolicyDocument): PolicyDocument {
  return rewriteTexts(document, (text) => text.replace(/\$\{([^}]*)\}/g, "$[$1]"));
}
