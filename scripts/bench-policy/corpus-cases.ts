import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionCatalogue } from "../../lib/domain/policy/action-catalogue";
import { expandActions } from "../../lib/domain/policy/action-patterns";
import type { AccessRequest } from "../../lib/domain/policy/decision";
import { parsePolicyJson } from "../../lib/domain/policy/parse-policy";
import type { PolicyDocument, Statement } from "../../lib/domain/policy/policy-document";
import { listOf } from "../../lib/domain/policy/text-list";
import { account, type CaseGroup, version } from "./case-group";
import { generateContext } from "./generate-context";
import type { Random } from "./random";

/** The policies that real templates give their roles, and requests that fit them, nearly fit them, or do not. */
export function corpusCases(random: Random, catalogue: ActionCatalogue, folder: string): readonly CaseGroup[] {
  if (!existsSync(folder)) return [];
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith(".cfn.json"))
    .toSorted()
    .flatMap((name) => {
      const template: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
      return findPolicies(template);
    });
  const distinct = [...new Map(documents.map((document) => [JSON.stringify(document), document])).values()];
  return distinct.map((document, index) => {
    const requests = document.Statement.flatMap((statement) => requestsFor(random, catalogue, statement));
    const other = distinct[(index + 1) % distinct.length] ?? document;
    const boundary = random.pick([
      null,
      everything,
      other,
      { ...document, Statement: [...document.Statement, denyIam] },
    ]);
    return {
      origin: "corpus" as const,
      set: { identity: [document], boundary, session: [], scp: [], rcp: [] },
      requests,
    };
  });
}

const everything: PolicyDocument = { Version: version, Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const denyIam: Statement = { Effect: "Deny", Action: "iam:*", Resource: "*" };

function findPolicies(value: unknown): readonly PolicyDocument[] {
  if (typeof value !== "object" || value === null) return [];
  const nested = Object.entries(value).flatMap(([key, child]) => {
    if (key !== "PolicyDocument") return findPolicies(child);
    const { value: document } = parsePolicyJson(fillIntrinsics(child));
    return document === null || document.Statement.some(namesPrincipal) ? [] : [document];
  });
  return nested;
}

/** Queue, topic and bucket policies name principals; they are attached to resources, not to roles. */
function namesPrincipal(statement: Statement): boolean {
  return statement.Principal !== undefined || statement.NotPrincipal !== undefined;
}

/** Intrinsic functions become plausible texts: what they name does not matter here, only that patterns look real. */
function fillIntrinsics(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fillIntrinsics);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && (first[0] === "Ref" || first[0].startsWith("Fn::"))) {
    return fillIntrinsic(first[0], first[1]);
  }
  return Object.fromEntries(entries.map(([key, child]) => [key, fillIntrinsics(child)]));
}

const pseudo: Readonly<Record<string, string>> = {
  "AWS::Region": "us-east-1",
  "AWS::AccountId": account,
  "AWS::Partition": "aws",
  "AWS::StackName": "orders",
  "AWS::URLSuffix": "amazonaws.com",
};

function fillIntrinsic(name: string, argument: unknown): unknown {
  if (name === "Ref" && typeof argument === "string") return pseudo[argument] ?? argument.toLowerCase();
  if (name === "Fn::GetAtt")
    return `arn:aws:lambda:us-east-1:${account}:function:${String(Array.isArray(argument) ? argument[0] : argument)}`;
  if (name === "Fn::Sub") return fillSub(Array.isArray(argument) ? argument[0] : argument);
  if (name === "Fn::Join" && Array.isArray(argument) && Array.isArray(argument[1])) {
    return argument[1].map((part: unknown) => String(fillIntrinsics(part))).join(String(argument[0]));
  }
  return "imported";
}

function fillSub(text: unknown): string {
  return String(text).replace(/\$\{([^!}][^}]*)\}/g, (_match, inside: string) => {
    const [name = "", attribute] = inside.split(".");
    if (attribute === "Arn") return `arn:aws:sqs:us-east-1:${account}:${name}`;
    return pseudo[inside] ?? name.toLowerCase();
  });
}

const actionsPerStatement = 4;
const requestsPerAction = 3;

function requestsFor(random: Random, catalogue: ActionCatalogue, statement: Statement): readonly AccessRequest[] {
  const known = expandActions(listOf(statement.Action ?? "s3:*"), catalogue);
  if (known.length === 0) return [];
  return random.several(known, 1, actionsPerStatement).flatMap(({ name, service, facts }) =>
    Array.from({ length: requestsPerAction }, (): AccessRequest => {
      const arns = facts.resourceTypes.flatMap((type) => catalogue.resourceTypes[service]?.[type]?.arn ?? []);
      const near = fillPattern(random, random.pick([...listOf(statement.Resource), "*"]));
      const far = arns.length === 0 ? "*" : fillPattern(random, random.pick(arns));
      const resource = arns.length === 0 ? "*" : near === "*" || random.chance(0.4) ? far : near;
      return { action: name, resources: [resource], context: generateContext(random) };
    }),
  );
}

function fillPattern(random: Random, pattern: string): string {
  if (pattern === "*") return pattern;
  return pattern
    .replace("${Partition}", "aws")
    .replace("${Region}", "us-east-1")
    .replace("${Account}", account)
    .replace(/\$\{[^}]*\}|\*/g, () => random.pick(["alpha", "orders", "us-east-1"]))
    .replaceAll("?", "x");
}
