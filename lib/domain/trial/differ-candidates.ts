import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import { type DifferTexts, differTexts } from "../policy/text-difference";
import type { DocumentChange } from "./trial";

/** The documents whose text changes between two candidates, the CI role's first. Trust policies are never changed. */
export function differCandidates(
  before: CandidatePolicies,
  after: CandidatePolicies,
  differ: DifferTexts = differTexts,
): readonly DocumentChange[] {
  const [old, now] = [before.executionRole ?? noRolePolicies, after.executionRole ?? noRolePolicies];
  return [...differRoles(before, after, "ci", differ), ...differRoles(old, now, "execution-role", differ)];
}

function differRoles(
  before: RolePolicies,
  after: RolePolicies,
  role: DocumentChange["role"],
  differ: DifferTexts,
): DocumentChange[] {
  const prefix = role === "ci" ? "" : "execution-role-";
  const changes: DocumentChange[] = [];
  for (const [policy, document] of after.policies.entries()) {
    const old = before.policies[policy] ?? null;
    const name = `${prefix}policy${after.policies.length > 1 ? `-${policy + 1}` : ""}.json`;
    if (old !== document) changes.push({ role, policyType: "identity", policy, diff: differ(old, document, name) });
  }
  if (after.boundary && after.boundary !== before.boundary) {
    const diff = differ(before.boundary, after.boundary, `${prefix}boundary.json`);
    changes.push({ role, policyType: "boundary", policy: 0, diff });
  }
  return changes.filter(({ diff }) => diff !== "");
}
