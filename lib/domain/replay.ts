import type { CandidatePolicies } from "./approaches/candidate";
import { describeDifference } from "./changes/describe-difference";
import { planVersions, type ReadVersion } from "./changes/next-versions";
import { judgeStepsWith, planHistory, type StepVerdict } from "./changes/replay-history";
import type { VerdictName } from "./changes/template-change";
import { judgeWith } from "./changes/try-changes";
import type { DomainData, TemplateVersion } from "./comparison-input";
import { startDeriving } from "./deployment/derive-calls";
import type { Problem } from "./problem";
import { readStack, readVersion, type StackInput } from "./stages";

/**
 * `next`: each version on its own, as the next update of the stack, its rollback and a later delete included. `history`:
 * every version deployed after the one before it, oldest first; the first creates the stack.
 */
export type ReplayKind = "next" | "history";

/** What versions of a template are tried with: the candidates of a comparison, as they came out of it. */
export interface RoleToReplay {
  readonly candidate: string;
  readonly asProposed: CandidatePolicies;
  /** What the candidate's trial ended with. */
  readonly repaired: CandidatePolicies;
}

/** Template, target and settings are those of the comparison. */
export interface ReplayInput extends StackInput {
  readonly kind: ReplayKind;
  readonly roles: readonly RoleToReplay[];
  readonly versions: readonly TemplateVersion[];
}

/** One version tried with every role. */
export interface VersionOutcome {
  readonly name: string;
  /** Name of the version that the stack was at; `null` where that is the comparison's own template, or nothing. */
  readonly from: string | null;
  /** What differs from the template that the stack was at, as a text difference. */
  readonly diff: string | null;
  /** What was noticed in this version; lines are its own. */
  readonly problems: readonly Problem[];
  /** Resource types that the version brings and that nothing is known of. */
  readonly notModelled: readonly string[];
  readonly verdicts: readonly {
    readonly candidate: string;
    readonly asProposed: StepVerdict;
    readonly repaired: StepVerdict;
  }[];
}

/** Versions of a template tried with the roles of a finished comparison, one outcome a version, in their order. */
export function replayVersions(input: ReplayInput, data: DomainData): Generator<VersionOutcome, void> {
  return input.kind === "next" ? tryNextVersions(input, data) : replayHistoryOf(input, data);
}

function* tryNextVersions(input: ReplayInput, data: DomainData): Generator<VersionOutcome, void> {
  const base = readStack(input).value;
  if (!base?.stack) throw new Error("The template of a finished comparison cannot be read any more.");
  const { template, stack } = base;
  const derive = bindDeriving(input, data);
  const judge = forEachRole(input.roles, (policies) => {
    const judgeVersion = judgeWith(policies, data.managedPolicies);
    return (version: ReturnType<typeof planVersions>[number]): StepVerdict => {
      const { verdict, denials, fix } = judgeVersion(version.name, version);
      return { verdict: verdictOfVersion[verdict], denials, fix };
    };
  });
  for (const read of readVersions(input)) {
    for (const version of planVersions(template.document, stack, [read], derive)) {
      const { name, diff, problems, notModelled } = version;
      yield { name, from: null, diff, problems, notModelled, verdicts: judge(version) };
    }
  }
}

/** A change does not apply to a template; a version that cannot be deployed is one that CloudFormation would refuse. */
const verdictOfVersion: Readonly<Record<VerdictName, StepVerdict["verdict"]>> = {
  deploys: "deploys",
  fails: "fails",
  "not-applicable": "rejected",
  "not-modelled": "not-modelled",
};

function* replayHistoryOf(input: ReplayInput, data: DomainData): Generator<VersionOutcome, void> {
  const judge = forEachRole(input.roles, (policies) => judgeStepsWith(policies, data.managedPolicies));
  for (const step of planHistory(readVersions(input), bindDeriving(input, data))) {
    const { name, from, document, problems, notModelled } = step;
    const diff = from && document && describeDifference(from.document, document);
    yield { name, from: from?.name ?? null, diff, problems, notModelled, verdicts: judge(step) };
  }
}

/** One after the other, since a long history is too much to hold at once. */
function* readVersions(input: ReplayInput): Generator<ReadVersion, void> {
  for (const version of input.versions) yield readVersion(version, input);
}

function bindDeriving({ settings }: ReplayInput, data: DomainData): Parameters<typeof planHistory>[1] {
  const derive = startDeriving(settings, data);
  return (before, after) => derive(before, after, [before ? "update" : "create"]).value;
}

/** The verdicts of all roles. A role that its trial did not have to mend is judged once. */
function forEachRole<Deployment>(
  roles: readonly RoleToReplay[],
  judgeWith: (policies: CandidatePolicies) => (deployment: Deployment) => StepVerdict,
): (deployment: Deployment) => VersionOutcome["verdicts"] {
  const judges = roles.map(({ candidate, asProposed, repaired }) => {
    const judge = judgeWith(asProposed);
    const isMended = JSON.stringify(asProposed) !== JSON.stringify(repaired);
    return { candidate, judge, judgeRepaired: isMended ? judgeWith(repaired) : null };
  });
  return (deployment) =>
    judges.map(({ candidate, judge, judgeRepaired }) => {
      const asProposed = judge(deployment);
      return { candidate, asProposed, repaired: judgeRepaired?.(deployment) ?? asProposed };
    });
}
