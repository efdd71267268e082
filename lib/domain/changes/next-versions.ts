import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { DeployableStack } from "../deployment/deployment-plan";
import type { JsonObject } from "../json";
import type { Problem } from "../problem";
import { describeDifference } from "./describe-difference";
import { type EarlierStages, findNotModelled, type PlannedDeployment } from "./plan-changes";
import type { NextVersionOutcome } from "./template-change";
import { type CandidateToTry, judgeBoth } from "./try-changes";

/** A version of the template as far as it could be read. `stack` is `null` where CloudFormation would refuse it. */
export interface ReadVersion {
  readonly name: string;
  readonly document: JsonObject | null;
  readonly stack: DeployableStack | null;
  readonly problems: readonly Problem[];
}

/** A later version, ready to be tried with any policies. */
export interface PlannedVersion extends PlannedDeployment {
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly diff: string | null;
}

/** Derives for each version, on its own, what the update from the base to it would call. */
export function planVersions(
  document: JsonObject,
  base: DeployableStack,
  versions: readonly ReadVersion[],
  derive: EarlierStages["derive"],
): readonly PlannedVersion[] {
  return versions.map(({ name, problems, ...version }) => {
    const diff = version.document && describeDifference(document, version.document);
    const plan = version.stack && derive(base, version.stack);
    return { name, problems, diff, plan, isNewStack: false, notModelled: plan ? findNotModelled(plan, base) : [] };
  });
}

/** Every version tried with the policies as proposed, and with those that the candidate's trial ended with. */
export function tryVersions(
  planned: readonly PlannedVersion[],
  candidate: CandidateToTry,
  managedPolicies: ManagedPolicyTable,
): readonly NextVersionOutcome[] {
  const judge = planned.length > 0 ? judgeBoth(candidate, managedPolicies) : null;
  if (!judge) return [];
  return planned.map((version) => {
    const { name, problems, diff } = version;
    return { name, problems, diff, ...judge(name, version) };
  });
}
