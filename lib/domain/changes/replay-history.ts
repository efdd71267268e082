import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiCall, Phase } from "../deployment/api-call";
import type { DeployableStack, DeploymentPlan } from "../deployment/deployment-plan";
import type { JsonObject } from "../json";
import type { Problem } from "../problem";
import { decideWith } from "../trial/decide";
import { fixDenials } from "../trial/fix-denials";
import { runTrial } from "../trial/run-trial";
import type { Denial, Fix } from "../trial/trial";
import { findDenials, startTelling } from "./judge-change";
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

/** One deployment of a history, ready to be tried with any role. */
export interface PlannedStep {
  readonly name: string;
  /** Name and template of the version that the stack is at; `null` for its creation. */
  readonly from: { readonly name: string; readonly document: JsonObject } | null;
  readonly document: JsonObject | null;
  /** `null` where CloudFormation would refuse the template, whatever the role. */
  readonly plan: DeploymentPlan | null;
  readonly notModelled: readonly string[];
  readonly problems: readonly Problem[];
}

export type StepVerdict = Pick<HistoryVersion, "verdict" | "denials" | "fix">;

/**
 * Every version deployed after the one before it, always with the same role: which deployments would have been refused, and
 * where. A failed one is deployed all the same in the end, since the team mends the role and goes on.
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
  let judge = judgeStepsWith(policies, managedPolicies);
  for (const step of planHistory(versions, derive)) {
    if (step.plan && !step.from && role === "repaired") {
      policies = runTrial(given, step.plan, { mode: "generalised", managedPolicies }).workingPolicies;
      judge = judgeStepsWith(policies, managedPolicies);
    }
    const { name, from, notModelled, problems } = step;
    replayed.push({ name, from: from?.name ?? null, notModelled, problems, ...judge(step) });
  }
  return summarise(replayed);
}

/**
 * What each version's deployment would call. The first readable version creates the stack; where one is refused, the stack
 * stays where it was, so that the next is deployed from there.
 *
 * @param versions oldest first
 */
export function* planHistory(
  versions: Iterable<ReadVersion>,
  derive: EarlierStages["derive"],
): Generator<PlannedStep, void> {
  let from: (PlannedStep["from"] & { readonly stack: DeployableStack }) | null = null;
  for (const { name, document, stack, problems } of versions) {
    if (!document || !stack) {
      yield { name, from, document, plan: null, notModelled: [], problems };
      continue;
    }
    const plan = derive(from?.stack ?? null, stack);
    yield { name, from, document, plan, notModelled: findNotModelled(plan, from?.stack ?? null), problems };
    from = { name, document, stack };
  }
}

/** Verdicts of one role; what it decides is kept from step to step. */
export function judgeStepsWith(
  policies: CandidatePolicies,
  managedPolicies: ManagedPolicyTable,
): (step: PlannedStep) => StepVerdict {
  const judging = { decide: decideWith(policies, managedPolicies), tell: startTelling() };
  return ({ plan, from, notModelled }) => {
    if (!plan) return { verdict: "rejected", denials: [], fix: null };
    const denials = findDenials(callsOf(plan, from ? phasesOfUpdate : phasesOfCreate), plan, judging);
    if (denials.length > 0) {
      return { verdict: "fails", denials, fix: fixDenials(policies, denials, "generalised", managedPolicies).fix };
    }
    return { verdict: notModelled.length > 0 ? "not-modelled" : "deploys", denials, fix: null };
  };
}

function callsOf(plan: DeploymentPlan, phases: readonly Phase[]): readonly ApiCall[] {
  return plan.calls.filter((call) => phases.includes(call.phase) && call.onDenied === "fail" && !call.onlyAfterFailure);
}

function summarise(versions: readonly HistoryVersion[]): History {
  const count = (verdict: HistoryVersion["verdict"]) =>
    versions.filter((version) => version.verdict === verdict).length;
  const survived = count("deploys");
  const failed = count("fails");
  return { versions, survived, failed, share: survived + failed === 0 ? null : survived / (survived + failed) };
}
