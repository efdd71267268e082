import type { Milestones } from "../trial/trial";
import type { TimeConstantId } from "./time-constants/time-constant";

/** Minutes of one part of the way to working, with where the constant comes from. */
export interface MinutesPart {
  readonly part: "preparation" | "failed-attempts" | "fixing" | "working-attempt" | "clean-up";
  /** The constant that the minutes are a multiple of. */
  readonly constant: TimeConstantId;
  readonly minutes: number;
  /** How often the constant counts; runs of before it was kept have none. */
  readonly times?: number;
  readonly how: string;
  readonly source: string;
  /** Who set the constant; `null` for the documented figure. */
  readonly setBy?: "run" | "team" | null;
}

export interface TimeToWorking {
  readonly rounds: number;
  readonly roundsIfOneDenialEach: number;
  /** Sum of the parts; `null` when the trial does not converge. */
  readonly minutes: number | null;
  readonly parts: readonly MinutesPart[];
  readonly converges: boolean;
  readonly milestones: Milestones;
}

/** Counts of distinct actions over all roles of a candidate; the lists behind them stand in {@link ActionLists}. */
export interface ActionCount {
  readonly listed: number;
  /** `null` where a role is too large to count what it grants, and so is what hangs on it; `gap` says why. */
  readonly granted: number | null;
  readonly needed: number;
  readonly missing: number;
  readonly excess: number | null;
  readonly conditional: number | null;
  readonly onWildcard: number | null;
  readonly notExisting: number;
  readonly statements: number;
  /** Without white space, as IAM counts against its quotas. */
  readonly characters: number;
  /** Why something is not counted, as a sentence; scores of before it was kept lack it, and have every count. */
  readonly gap?: string | null;
  readonly lists: ActionLists;
}

export interface ActionLists {
  readonly needed: readonly string[];
  readonly missing: readonly string[];
  /** `null` where it was not counted. */
  readonly onWildcard: readonly string[] | null;
  readonly notExisting: readonly string[];
  /** Excess by service prefix and access level; the actions themselves can run to thousands. `null` as above. */
  readonly excess: readonly ActionGroup[] | null;
}

export interface ActionGroup {
  readonly service: string;
  readonly accessLevel: string;
  readonly actions: number;
}

/** How versions of a team's template come out with one role: its next versions, or the deployments of its history. */
export interface VersionShare {
  /** Versions that deploy or fail. */
  readonly versions: number;
  readonly survived: number;
  /** 0 to 1; `null` when none deploys or fails. */
  readonly share: number | null;
  /** What CloudFormation would refuse whatever the role. */
  readonly rejected: number;
  readonly notModelled: number;
}

export interface Resilience {
  /** Changes that apply and are modelled. */
  readonly changes: number;
  readonly survived: number;
  /** 0 to 1; `null` when no change applies. */
  readonly share: number | null;
  readonly weightedShare: number | null;
  readonly notApplicable: number;
  readonly notModelled: number;
  /** The team's next versions, each as an update of the stack; `null` where it gave none. */
  readonly nextVersions: VersionShare | null;
  /** The deployments of the template's history, replayed; `null` where the team gave none. */
  readonly history: VersionShare | null;
}

export interface ExposurePath {
  readonly id: string;
  readonly severity: "high" | "medium" | "low";
  readonly title: string;
  /** What opens it: statement, and why. */
  readonly because: string;
  readonly fix: string;
}

export interface Exposure {
  readonly paths: readonly ExposurePath[];
  /** Why there may be more paths than these, as a sentence; scores of before it was kept lack it, and have all paths. */
  readonly gap?: string | null;
}

/** What there is to read, over all documents of all roles: facts, without a verdict. */
export interface Readability {
  readonly documents: number;
  readonly statements: number;
  /** Without white space, as IAM counts against its quotas. */
  readonly characters: number;
  /** Distinct entries of Resource and NotResource, as written. */
  readonly resources: number;
  /** Distinct conditions: operator, key and values. */
  readonly conditions: number;
}

export interface Scores {
  readonly timeToWorking: TimeToWorking;
  readonly actionCount: { readonly asProposed: ActionCount; readonly repaired: ActionCount };
  readonly resilience: { readonly asProposed: Resilience; readonly repaired: Resilience };
  readonly exposure: Exposure;
  readonly readability: { readonly asProposed: Readability; readonly repaired: Readability };
}
