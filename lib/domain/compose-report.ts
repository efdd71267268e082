import type { ComparisonInput, DomainData } from "./comparison-input";
import type { ComparisonReport, ListedRequest, TriedCandidate } from "./comparison-report";
import type { DeployableStack, DeploymentPlan } from "./deployment/deployment-plan";
import type { Problem } from "./problem";

/** Raised whenever the same input would give another result. */
const engineVersion = "4";

export function startReport(
  input: ComparisonInput,
  stack: DeployableStack,
  problems: readonly Problem[],
  data: DomainData,
): ComparisonReport {
  return {
    target: stack.target,
    settings: input.settings,
    resources: [],
    requests: [],
    candidates: [],
    assumptions: [],
    coverage: { documented: 0, registry: 0, unknown: 0 },
    problems,
    versions: {
      engine: engineVersion,
      actions: data.actions.version,
      managedPolicies: data.managedPolicies.version,
      resourceSpec: data.resourceSpec.version,
      ...(data.registry ? { registry: data.registry.version } : {}),
    },
  };
}

/** The report with a candidate of the same name replaced. */
export function withCandidate(report: ComparisonReport, candidate: TriedCandidate): ComparisonReport {
  const candidates = report.candidates.map((other) => (other.name === candidate.name ? candidate : other));
  return { ...report, candidates };
}

/** Every check of the plan, in the order of the calls. */
export function listRequests(plan: DeploymentPlan): readonly ListedRequest[] {
  return plan.calls.flatMap(({ phase, via, logicalId, resourceType, checks, cloudTrail }) =>
    checks.map((check, index) => ({
      ...check,
      phase,
      via,
      logicalId,
      resourceType,
      cloudTrail: index === 0 ? cloudTrail : null,
    })),
  );
}
