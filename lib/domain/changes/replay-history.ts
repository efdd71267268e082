import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeployableStack, DeploymentPlan } from "../deployment/deployment-plan";
import type { Problem } from "../problem";
import { type Decide, decideWith } from "../trial/decide";
import { fixDenials } from "../trial/fix-denials";
import { runTrial } from "../trial/run-trial";
import type { Denial, Fix } from "../trial/trial";
import { denialsOf } from "./judge-change";
import type { ReadVersion } from "./next-versions";
import { type EarlierStages, findNotModelled } from "./plan-changes";

export interface HistoryOptions {
  /** The role as given, or as the trial of the first version repairs it. */
  readonly role: "as-given" | "repaired";
  readonly managedPolicies: ManagedPolicyTable;
}

/** One deployment of the history. `rejected`: CloudFormation would have refused the template, whatever the role. */
export interface HistoryVersion {
  readonly name: string;
  readonly verdict: "deploys" | "fails" | "rejected" | "not-modelled";
  /** Name of the version that the stack was at; `null` for its creation. */
  readonly from: string | null;
  readonly denials: readonly Denial[];
  readonly fix: Fix | null;
  /** Resource types that the version brings and that nothing is known of. */
  readonly notModelled: readonly string[];
  readonly problems: readonly Problem[];
}

export interface History {
  readonly versions: readonly HistoryVersion[];
  readonly survived: number;
  readonly failed: number;
  /** Survived deployments among those that survived or failed, 0 to 1; `null` where there are none. */
  readonly share: number | null;
}

/** What a deployment does when nothing goes wrong; its removal is no part of a history. */
const phasesOfCreate: readonly Phase[] = ["package", "changeset", "create"];
const phasesOfUpdate: readonly Phase[] = ["package", "changeset", "update", "replace"];

/**
 * Every version deployed after the one before it, always with the same role: which deployments would have been refused, and
 * where. The first readable version creates the stack; a failed one is deployed all the same in the end, since the team
 * mends the role and goes on.
 *
 * @param versions oldest first
 * @param derive every phase, since the trial of the first version updates and deletes too
 */
export function replayHistory(
  versions: Iterable<ReadVersion>,
  given: CandidatePolicies,
  derive: EarlierStages["derive"],
  { role, managedPolicies }: HistoryOptions,
): History {
  const replayed: HistoryVersion[] = [];
  let policies = given;
  let decide = decideWith(policies, managedPolicies);
  let base: { readonly name: string; readonly stack: DeployableStack } | null = null;
  for (const { name, stack, problems } of versions) {
    if (!stack) {
      replayed.push(rejected(name, base?.name ?? null, problems));
      continue;
    }
    const plan = derive(base?.stack ?? null, stack);
    if (!base && role === "repaired") {
      policies = runTrial(given, plan, { mode: "generalised", managedPolicies }).workingPolicies;
      decide = decideWith(policies, managedPolicies);
    }
    const denials = findDenials(plan, base ? phasesOfUpdate : phasesOfCreate, decide);
    const notModelled = findNotModelled(plan, base?.stack ?? null);
    replayed.push({
      name,
      verdict: denials.length > 0 ? "fails" : notModelled.length > 0 ? "not-modelled" : "deploys",
      from: base?.name ?? null,
      denials,
      fix: denials.length > 0 ? fixDenials(policies, denials, "generalised", managedPolicies).fix : null,
      notModelled,
      problems,
    });
    base = { name, stack };
  }
  return summarise(replayed);
}

/** The stack stays where it was, so the next version is deployed from there. */
function rejected(name: string, from: string | null, problems: readonly Problem[]): HistoryVersion {
  return { name, verdict: "rejected", from, denials: [], fix: null, notModelled: [], problems };
}

function findDenials(plan: DeploymentPlan, phases: readonly Phase[], decide: Decide): readonly Denial[] {
  const counts = (call: ApiCall) => phases.includes(call.phase) && call.onDenied === "fail" && !call.onlyAfterFailure;
  return plan.calls.filter(counts).flatMap((call) => denialsOf(call, plan, decide));
}

function summarise(versions: readonly HistoryVersion[]): History {
  const count = (verdict: HistoryVersion["verdict"]) =>
    versions.filter((version) => version.verdict === verdict).length;
  const survived = count("deploys");
  const failed = count("fails");
  return { versions, survived, failed, share: survived + failed === 0 ? null : survived / (survived + failed) };
}
