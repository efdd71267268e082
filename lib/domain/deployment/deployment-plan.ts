import type { Artifact, ExpandedTemplate } from "../sam/expanded-template";
import type { DeploySettings, StackTarget } from "../stack";
import type { ResolvedTemplate } from "../template/resolved-template";
import type { ApiCall, Certainty } from "./api-call";

/** A template ready for deployment: expanded by SAM, resolved as far as it can be before any call. */
export interface DeployableStack {
  readonly target: StackTarget;
  readonly resolved: ResolvedTemplate;
  readonly artifacts: readonly Artifact[];
  /** Generated logical id → the one that the user wrote. */
  readonly origins: Readonly<Record<string, string>>;
  /** Nested local applications whose templates are known, by logical id. */
  readonly nested: Readonly<Record<string, NestedStack>>;
  /** See {@link ExpandedTemplate.transforms}; those of nested applications are with them. */
  readonly transforms: readonly string[];
  /** S3 URIs of what `AWS::Include` inserts; those of nested applications are with them. */
  readonly includes: readonly string[];
}

/** A nested application before its parent's resources have names: only then are the values of its parameters known. */
export interface NestedStack {
  readonly template: ExpandedTemplate;
  /** True for the nested application as it was before a plain change of code. */
  readonly olderArtifacts: boolean;
}

export interface PlannedResource {
  readonly logicalId: string;
  readonly type: string;
  /** Physical name or id as the plan assumes it (unknowable parts plausible), and the same with `*` in their place. */
  readonly physicalId: string;
  readonly physicalIdPattern: string;
  readonly arn: string | null;
  /** Logical ids that must exist before: explicit and implicit. */
  readonly dependsOn: readonly string[];
  /** 0-based wave of parallel creation. */
  readonly wave: number;
  readonly certainty: Certainty;
  /** What the update of this plan does to it. */
  readonly change: "create" | "update" | "replace" | "delete" | "none";
}

/** Something the result takes for granted since the role's policies cannot say it: shown with every report. */
export interface Assumption {
  readonly code: string;
  readonly message: string;
}

/**
 * Every call of every phase. `create` and its `rollback` hold for a first deployment; `update` and `replace` go from the
 * stack before to the stack after (where none was given: the same stack with new artifact keys for every function and
 * layer); `delete` removes the stack after.
 */
export interface DeploymentPlan {
  readonly target: StackTarget;
  readonly settings: DeploySettings;
  readonly resources: readonly PlannedResource[];
  readonly calls: readonly ApiCall[];
  /** The plausible ids that the plan made up; a new creation makes new ones. */
  readonly inventedIds: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly coverage: { readonly documented: number; readonly registry: number; readonly unknown: number };
}
