import { runSimulation, runUnsafeSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import type { AccessRequest, Decision, PolicySet } from "../../lib/domain/policy/decision";
import { resourcesOf } from "../../lib/domain/policy/evaluate";
import { account, version } from "./case-group";

export type Outcome = Decision["decision"];

/** What iam-simulate says, and why it would not say it with its input checks on. */
export interface OtherAnswer {
  readonly outcome: Outcome;
  readonly refusal: string | null;
}

const options = { simulationMode: "Strict" } as const;

/** Asks for each resource in turn, since iam-simulate takes one, and joins the answers: all must be allowed. */
export async function askIamSimulate(set: PolicySet, request: AccessRequest): Promise<OtherAnswer> {
  const answers: OtherAnswer[] = [];
  for (const resource of resourcesOf(request)) answers.push(await askForResource(toSimulation(set, request, resource)));
  const outcomes = answers.map((answer) => answer.outcome);
  const outcome = outcomes.includes("explicitDeny")
    ? "explicitDeny"
    : (outcomes.find((one) => one !== "allowed") ?? "allowed");
  return { outcome, refusal: answers.find((answer) => answer.refusal !== null)?.refusal ?? null };
}

/** With its checks on where they let the request through, otherwise without them. */
async function askForResource(simulation: Simulation): Promise<OtherAnswer> {
  const checked = await runSimulation(simulation, options);
  if (checked.resultType === "single") return { outcome: toOutcome(checked.overallResult), refusal: null };
  const refusal =
    checked.resultType === "wildcard" ? "resource * for an action with resource types" : checked.errors.message;
  return { outcome: toOutcome(runUnsafeSimulation(simulation, options)), refusal };
}

export function toSimulation(set: PolicySet, request: AccessRequest, resource: string): Simulation {
  const named = (documents: PolicySet["identity"]) => documents.map((policy, index) => ({ name: `p${index}`, policy }));
  const organisation = (documents: PolicySet["scp"]) =>
    documents.length === 0 ? [] : [{ orgIdentifier: "root", policies: named(documents) }];
  return {
    request: {
      principal: `arn:aws:iam::${account}:role/deploy`,
      action: request.action,
      resource: { resource, accountId: account },
      contextVariables: toVariables(request.context),
    },
    identityPolicies: named(set.identity),
    serviceControlPolicies: organisation(set.scp),
    resourceControlPolicies: organisation(set.rcp),
    ...(set.boundary === null ? {} : { permissionBoundaryPolicies: named([set.boundary]) }),
    ...(set.session[0] === undefined ? {} : { sessionPolicy: set.session[0] }),
    ...(needsResourcePolicy(request.action) ? { resourcePolicy: trustAccount } : {}),
  };
}

/**
 * Keys and roles are closed unless their own policy lets the account's policies decide, as the default key policy does; the
 * engine is about the principal's policies, so that permission is given.
 */
const trustAccount = {
  Version: version,
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "*", Resource: "*" }],
};

function needsResourcePolicy(action: string): boolean {
  return /^(kms|sts):/i.test(action);
}

/** iam-simulate tells a list from a text by its shape; only CalledVia is a list among the keys used here. */
function toVariables(context: AccessRequest["context"]): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context).map(([key, values]) => {
      const only = values.length === 1 && key.toLowerCase() !== "aws:calledvia" ? values[0] : undefined;
      return [key, only ?? [...values]];
    }),
  );
}

function toOutcome(result: string): Outcome {
  if (result === "Allowed") return "allowed";
  return result === "ExplicitlyDenied" ? "explicitDeny" : "implicitDeny";
}
