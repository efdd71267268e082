import type { CandidatePolicies } from "../approaches/candidate";
import { phases as allPhases, type Phase } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import { startDiffering } from "../policy/text-difference";
import { countSingleDenialRounds } from "./count-single-denial-rounds";
import { compileRoles } from "./decide";
import { differCandidates } from "./differ-candidates";
import { additionMode, fixDenials } from "./fix-denials";
import { freshenIds } from "./freshen-ids";
import { startGrowing } from "./growing-decisions";
import { indexCalls } from "./index-calls";
import { runAttempt } from "./run-attempt";
import type { Attempt, Denial, Fix, FixMode, Milestones, Trial, TrialOptions } from "./trial";

/** Far beyond any real stack: each attempt lifts at least one refusal of a call that no earlier one lifted. */
const maximumAttempts = 1000;

/**
 * Deploy, read the refusals, add the smallest fix, deploy again: until it works, or until no addition helps.
 */
export function runTrial(given: CandidatePolicies, plan: DeploymentPlan, options: TrialOptions): Trial {
  const phases = new Set<Phase>(options.phases ?? allPhases);
  const attempts: Attempt[] = [];
  const lifted = new Set<string>();
  let policies = given;
  let reason: string | null = null;
  let creations = 0;
  let indexed = indexCalls(plan);
  const compiled = compileRoles(given, options.managedPolicies);
  const grow = () => startGrowing(given, compiled, options.managedPolicies);
  const decisions = grow();
  const differ = startDiffering();
  while (attempts.length < maximumAttempts) {
    const result = runAttempt(indexed, decisions.decide, phases);
    const attempt = { number: attempts.length + 1, ...result };
    const denials = result.denials.filter((denial) => denial.effect === "failed");
    reason = result.outcome === "complete" ? null : explainStop(denials, lifted, options.mode);
    if (result.outcome === "complete" || reason) {
      attempts.push({ ...attempt, fix: null });
      break;
    }
    const { fixed, fix } = fixDenials(policies, denials, additionMode(options.mode), options.managedPolicies);
    attempts.push({ ...attempt, fix: { ...fix, documents: differCandidates(policies, fixed, differ) } });
    if (fix.unliftable.length > 0) {
      reason = explainUnliftable(fix);
      break;
    }
    for (const denial of denials) lifted.add(liftKey(denial));
    policies = fixed;
    decisions.add(fix.parts);
    if (options.mode === "as-refused" && result.phase === "create") indexed = indexCalls(freshenIds(plan, ++creations));
  }
  const converges = attempts.at(-1)?.outcome === "complete";
  return {
    works: attempts[0]?.outcome === "complete",
    converges,
    reason,
    rounds: converges ? attempts.length - 1 : attempts.length,
    roundsIfOneDenialEach:
      options.mode === "none"
        ? converges
          ? 0
          : 1
        : countSingleDenialRounds(grow(), plan, phases, additionMode(options.mode)),
    attempts,
    milestones: findMilestones(attempts),
    workingPolicies: policies,
    repairs: differCandidates(given, policies, differ),
  };
}

/** One sentence on why no further attempt makes sense, or `null`. */
function explainStop(denials: readonly Denial[], lifted: ReadonlySet<string>, mode: FixMode): string | null {
  const [first] = denials;
  if (mode === "none" && first) return `${first.request.action} is refused, and nothing is to be fixed.`;
  const again = denials.find((denial) => lifted.has(liftKey(denial)));
  if (!again) return null;
  return `${again.request.action} on ${again.logicalId ?? "the stack"} is refused again after it was granted: its resource has another id in every deployment.`;
}

function explainUnliftable({ unliftable }: Fix): string {
  return unliftable.map((item) => item.why).join(" ");
}

/** The same check of the same call, whatever ids its resources have this time. */
function liftKey({ request, decision }: Denial): string {
  return [request.callId, request.action, ...request.patterns, decision.blockedBy].join(" ");
}

/** The first attempt that got past creation, past the update, and to the end. */
function findMilestones(attempts: readonly Attempt[]): Milestones {
  const pastPhase = (past: readonly Phase[]) =>
    attempts.find((attempt) => attempt.outcome === "complete" || past.includes(attempt.phase))?.number ?? null;
  return {
    creates: pastPhase(["update", "replace", "delete"]),
    updates: pastPhase(["delete"]),
    deletes: pastPhase([]),
  };
}
