import type { PrincipalRole } from "../../deployment/api-call";
import type { Problem, Staged } from "../../problem";
import type { CandidatePolicies, ProvenanceStep, RolePolicies } from "../candidate";
import { noRolePolicies, readCandidate } from "../candidate-shape";
import type { Approach, ApproachInput } from "../propose-candidates";
import { actionLevelAsOf } from "./action-level-services";
import { type GeneratedPolicy, generatePolicy } from "./generate-policy";
import { observedPhases, observeEvents } from "./observe-events";

const base = { approach: "access-analyzer", name: "access-analyzer", reasons: [] } as const;

/**
 * IAM Access Analyzer's policy for this deployment: the one that a team imported, or what its documented rules make of
 * the CloudTrail events that a deployment with broad permissions would leave.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html
 */
export const proposeByAccessAnalyzer: Approach = (input) => {
  const imported = input.material.accessAnalyzerPolicy;
  return imported ? takeImported(imported.text, imported.evidence) : simulate(input);
};

function takeImported(text: string, evidence: ProvenanceStep["evidence"]): ReturnType<Approach> {
  const read = readText(text);
  return {
    value: {
      ...base,
      evidence,
      policies: read.value,
      unavailable: read.value ? null : "The generated policy could not be read; see the problems.",
      provenance: [{ title: "Generated", detail: "IAM Access Analyzer's own output, as supplied.", evidence }],
    },
    problems: read.problems,
  };
}

function readText(text: string): Staged<CandidatePolicies | null> {
  try {
    return readCandidate(JSON.parse(text));
  } catch {
    const problem: Problem = {
      code: "policy-not-json",
      severity: "error",
      message: "The Access Analyzer policy is not JSON. Paste what the console or GetGeneratedPolicy returned.",
    };
    return { value: null, problems: [problem] };
  }
}

function simulate(input: ApproachInput): ReturnType<Approach> {
  const ci = generateFor("ci", input);
  const executionRole = input.plan.settings.topology === "execution-role" ? generateFor("execution-role", input) : null;
  return {
    value: {
      ...base,
      evidence: "simulated",
      policies: { ...toRole(ci), executionRole: executionRole && toRole(executionRole) },
      unavailable: null,
      provenance: tellProvenance(executionRole ? [ci, executionRole] : [ci]),
    },
    problems: [],
  };
}

function generateFor(principal: PrincipalRole, { plan, actions }: ApproachInput): GeneratedPolicy {
  return generatePolicy(observeEvents(plan, principal), plan.target, actions);
}

function toRole(generated: GeneratedPolicy): RolePolicies {
  return { ...noRolePolicies, policies: generated.document.Statement.length > 0 ? [generated.document] : [] };
}

function tellProvenance(generated: readonly GeneratedPolicy[]): readonly ProvenanceStep[] {
  const all = (part: (policy: GeneratedPolicy) => readonly string[]) => [...new Set(generated.flatMap(part))];
  const leftOut = all(({ actionsLeftOut }) => actionsLeftOut);
  const step = (title: string, detail: string): ProvenanceStep => ({ title, detail, evidence: "simulated" });
  return [
    step(
      "Observed",
      `CloudTrail events of one deployment with broad permissions, phases ${observedPhases.join(", ")}. What was not called then (rollback, delete) is not seen.`,
    ),
    step(
      "Not recorded",
      `${list(all(({ dataEvents }) => dataEvents))} are data events, which policy generation does not read; iam:PassRole is a check that leaves no event.`,
    ),
    step(
      "Named without actions",
      `${list(all(({ servicesWithoutActions }) => servicesWithoutActions))}: services that policy generation lists without their actions (as of ${actionLevelAsOf}), so nothing is granted for them.${leftOut.length === 0 ? "" : ` Of services whose actions it does list, it leaves out ${list(leftOut)}.`}`,
    ),
    step("Placeholders filled", tellPlaceholders(all)),
  ];
}

/** Policy generation writes placeholders even where the events tell the resource; filling them in is the reader's part. */
function tellPlaceholders(all: (part: (policy: GeneratedPolicy) => readonly string[]) => readonly string[]): string {
  const inRequest = all(({ namedInRequest }) => namedInRequest).length;
  const inResponse = all(({ namedInResponse }) => namedInResponse).length;
  return `Account and region with this stack's; every other placeholder, such as \${FunctionName}, with *. The recorded events could narrow them: they name the resource of ${inRequest} of the actions in the request, of ${inResponse} more only in the service's answer, with an id that the next deployment draws anew.`;
}

function list(names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  return distinct.length === 0 ? "None" : distinct.join(", ");
}
