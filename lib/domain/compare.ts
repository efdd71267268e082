import { proposeCandidates } from "./approaches/propose-candidates";
import { planVersions, tryVersions } from "./changes/next-versions";
import { planChanges } from "./changes/plan-changes";
import { templateChanges } from "./changes/template-changes";
import { tryChanges } from "./changes/try-changes";
import type { ComparisonInput, ComparisonProgress, ComparisonStage, DomainData } from "./comparison-input";
import type { ComparisonReport } from "./comparison-report";
import { listRequests, startReport, withCandidate } from "./compose-report";
import type { Staged } from "./problem";
import { scoreCandidate } from "./scoring/score-candidate";
import { type BindStages, bindStages, readNextVersions } from "./stages";
import { runTrial } from "./trial/run-trial";
import type { Trial } from "./trial/trial";

/**
 * The whole story: expand the template, derive every call of its deployment, let each approach propose its policies, try
 * them, change the template, score. Yields whenever a stage has something to show; a caller that wants only the end
 * takes {@link compareTemplate}.
 *
 * @param bind how the template and its changed versions are worked out
 */
export function* compareInStages(
  input: ComparisonInput,
  data: DomainData,
  bind: BindStages = bindStages,
): Generator<ComparisonProgress, Staged<ComparisonReport | null>> {
  const bound = bind(input, data);
  if (!bound.value) return { value: null, problems: bound.problems };
  const { template, base, ...earlier } = bound.value;
  let report = startReport(input, base, bound.problems, data);
  const show = (stage: ComparisonStage, summary: string, candidate: string | null = null): ComparisonProgress => ({
    stage,
    candidate,
    summary,
    report,
  });
  yield show("expand", `${base.resolved.resources.length} resources after expansion`);

  const derived = earlier.deriveBase();
  const plan = derived.value;
  const requests = listRequests(plan);
  report = {
    ...report,
    resources: plan.resources,
    requests,
    assumptions: plan.assumptions,
    coverage: plan.coverage,
    problems: [...report.problems, ...derived.problems],
  };
  yield show("derive", `${plan.calls.length} calls, ${requests.length} requests`);

  const { actions, managedPolicies, registry } = data;
  const proposed = proposeCandidates({ plan, material: input.material, actions, managedPolicies, registry });
  const untried = proposed.value.map((candidate) => ({
    ...candidate,
    trial: null,
    changes: [],
    nextVersions: [],
    scores: null,
  }));
  report = { ...report, candidates: untried, problems: [...report.problems, ...proposed.problems] };
  yield show("propose", `${untried.filter((candidate) => candidate.policies).length} candidates`);

  for (const candidate of report.candidates) {
    if (!candidate.policies) continue;
    const trial = runTrial(candidate.policies, plan, { mode: "generalised", managedPolicies });
    report = withCandidate(report, { ...candidate, trial });
    yield show("trial", tellTrial(trial), candidate.name);
  }

  const planned = planChanges(template.document, templateChanges, { base, ...earlier });
  const tried = tryChanges(planned, report.candidates, managedPolicies);
  const versions = planVersions(template.document, base, readNextVersions(input), earlier.derive);
  for (const [index, candidate] of report.candidates.entries()) {
    const changes = tried[index] ?? [];
    const nextVersions = tryVersions(versions, candidate, managedPolicies);
    report = withCandidate(report, { ...candidate, changes, nextVersions });
    yield show("changes", `${changes.length} template changes`, candidate.name);
  }

  const ownTimes = { ofRun: input.timeModel, ofTeam: input.teamTimes };
  for (const candidate of report.candidates) {
    const scored = scoreCandidate(candidate, plan, data, ownTimes);
    report = withCandidate(report, { ...candidate, scores: scored.value });
    report = { ...report, problems: [...report.problems, ...scored.problems] };
    yield show("score", scored.problems.length === 0 ? "scored" : "scored, but too large to count", candidate.name);
  }
  return { value: report, problems: report.problems };
}

/** The finished report; `null` where the template was rejected. */
export function compareTemplate(
  input: ComparisonInput,
  data: DomainData,
  bind: BindStages = bindStages,
): Staged<ComparisonReport | null> {
  const stages = compareInStages(input, data, bind);
  let next = stages.next();
  while (!next.done) next = stages.next();
  return next.value;
}

function tellTrial({ works, converges, rounds }: Trial): string {
  if (works) return "works as proposed";
  const fixes = `${rounds} ${rounds === 1 ? "fix" : "fixes"}`;
  return converges ? `works after ${fixes}` : `does not come to work after ${fixes}`;
}
