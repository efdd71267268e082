import type { ManagedPolicyTable } from "./approaches/managed-policies";
import type { Material } from "./approaches/material";
import type { ComparisonReport } from "./comparison-report";
import type { RegistryTable } from "./deployment/registry-rule";
import type { ResourceSpecTable } from "./deployment/resource-spec";
import type { ActionCatalogue } from "./policy/action-catalogue";
import type { OwnTimes } from "./scoring/time-model";
import type { DeploySettings } from "./stack";

/** Tables that come from outside the program; loaded by `lib/data`, passed to every stage that needs them. */
export interface DomainData {
  readonly actions: ActionCatalogue;
  readonly managedPolicies: ManagedPolicyTable;
  readonly resourceSpec: ResourceSpecTable;
  /** Only where it was downloaded. */
  readonly registry?: RegistryTable;
}

export interface ComparisonInput {
  readonly templateText: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly settings: DeploySettings;
  readonly material: Material;
  /** Local path as written in the template → template text, for nested applications. */
  readonly nestedTemplates: Readonly<Record<string, string>>;
  /** Later versions of the template, each tried as an update of `templateText`. */
  readonly nextVersions?: readonly TemplateVersion[];
  /** Own figures of this run for constants of the time model; the others keep theirs. */
  readonly timeModel?: OwnTimes;
  /** The team's figures, which count where this run has none of its own. */
  readonly teamTimes?: OwnTimes;
}

export interface TemplateVersion {
  /** A file's name, a commit: unique within the input. */
  readonly name: string;
  readonly templateText: string;
}

export const comparisonStages = ["expand", "derive", "propose", "trial", "changes", "score"] as const;
export type ComparisonStage = (typeof comparisonStages)[number];

/** Yielded each time a stage has something to show: `trial`, `changes` and `score` once for each candidate. */
export interface ComparisonProgress {
  readonly stage: ComparisonStage;
  /** The candidate's name where the stage works on one. */
  readonly candidate: string | null;
  /** One sentence with the stage's main figures. */
  readonly summary: string;
  /** The report as far as it stands. */
  readonly report: ComparisonReport;
}
