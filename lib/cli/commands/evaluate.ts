import { z } from "zod";
import { loadManagedPolicies } from "../../data/managed-policies";
import { findManagedPolicies } from "../../domain/approaches/managed-policies";
import { compilePolicySet } from "../../domain/policy/compile-policies";
import type { Decision, PolicySet } from "../../domain/policy/decision";
import { evaluateRequest } from "../../domain/policy/evaluate";
import type { PolicyDocument } from "../../domain/policy/policy-document";
import { type Arguments, readArguments } from "../read-arguments";
import { readJson, readPolicy } from "../read-files";
import { readFormat } from "../read-stack-options";
import type { Command } from "../run-command";
import { UnusableInput } from "../unusable-input";

const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);
const requestSchema = z.object({
  action: z.string(),
  resources: values,
  context: z.record(z.string(), values).default({}),
});
const requestsSchema = z.union([
  z.object({ requests: z.array(requestSchema) }).transform(({ requests }) => requests),
  z.array(requestSchema),
]);

export const evaluateCommand: Command = (words, print) => {
  const args = readArguments(
    words,
    {
      policy: "many",
      "managed-policy": "many",
      boundary: "many",
      scp: "many",
      "session-policy": "many",
      requests: "one",
      format: "one",
    },
    [],
  );
  const format = readFormat(args);
  const requests = readRequests(args);
  const compiled = compilePolicySet(readPolicySet(args));
  const decisions = requests.map((request) => evaluateRequest(compiled, request));
  if (format === "json") print(JSON.stringify({ decisions }, null, 2));
  else for (const [index, decision] of decisions.entries()) print(tell(requests[index]?.action ?? "", decision));
  return 0;
};

function readRequests(args: Arguments): z.infer<typeof requestsSchema> {
  const file = args.one("requests");
  if (file === undefined)
    throw new UnusableInput("Which requests? Give --requests with a file as the requests command prints it.");
  const parsed = requestsSchema.safeParse(readJson(file));
  if (!parsed.success)
    throw new UnusableInput(`${file} holds no requests: expected {"requests": [{"action", "resources", "context"}]}.`);
  return parsed.data;
}

function readPolicySet(args: Arguments): PolicySet {
  const managed = readManagedPolicies(args.many("managed-policy"));
  const identity = [...args.many("policy").map(readPolicy), ...managed];
  if (identity.length === 0)
    throw new UnusableInput("Which policy? Give --policy with a file, or --managed-policy with a name.");
  return {
    identity,
    boundary: joinDocuments(args.many("boundary").map(readPolicy)),
    session: args.many("session-policy").map(readPolicy),
    scp: args.many("scp").map(readPolicy),
    rcp: [],
  };
}

/** Names (or ARNs) of AWS managed policies; one that AWS does not have makes the arguments unusable. */
export function readManagedPolicies(names: readonly string[]): readonly PolicyDocument[] {
  const { value, problems } = findManagedPolicies(names, loadManagedPolicies());
  if (problems.length > 0) throw new UnusableInput(problems.map((problem) => problem.message).join(" "));
  return value;
}

/** A principal has one boundary; several files are read as the parts of one. */
function joinDocuments([first, ...others]: readonly PolicyDocument[]): PolicyDocument | null {
  if (!first) return null;
  return others.length === 0
    ? first
    : { ...first, Statement: [first, ...others].flatMap((document) => document.Statement) };
}

function tell(action: string, { decision, blockedBy, statements }: Decision): string {
  const by = statements.map(({ policyType, sid, statement }) => `${policyType} ${sid ?? statement + 1}`).join(", ");
  return [decision, action, blockedBy === null ? by : `blocked by ${blockedBy}${by === "" ? "" : ` (${by})`}`].join(
    "\t",
  );
}
