import type { JsonObject } from "../json";
import type { Problem } from "../problem";
import type { Denial, Fix } from "../trial/trial";

/** A named, realistic edit of the SAM template as the user wrote it. Pure: a new document, or `null` where it does not apply. */
export interface TemplateChange {
  /** kebab-case, stable: `add-queue-with-consumer`. */
  readonly id: string;
  /** As an engineer would say it: "Add a queue and its consumer". */
  readonly title: string;
  readonly group: "function" | "trigger" | "api" | "data" | "observability" | "security" | "structure" | "stack";
  /** Kinds of `change-frequencies` that it stands for, by name. */
  readonly kinds: readonly string[];
  apply(document: JsonObject): ChangedTemplate | null;
}

export interface ChangedTemplate {
  readonly document: JsonObject;
  /** How it is deployed: an update of the base stack, or a further stack of its own. */
  readonly deployedAs: "update" | { readonly stackName?: string; readonly region?: string; readonly account?: string };
}

export type VerdictName = "deploys" | "fails" | "not-applicable" | "not-modelled";

/** One change tried with one set of policies. `denials` and `fix` are empty and `null` unless it fails. */
export interface Verdict {
  readonly changeId: string;
  readonly verdict: VerdictName;
  readonly denials: readonly Denial[];
  readonly fix: Fix | null;
  /** Resource types that the change brings and that are not modelled; without a denial elsewhere, that is the verdict. */
  readonly notModelled: readonly string[];
}

/** A change with its verdicts for the policies as proposed and as repaired, and the edit as a small text difference. */
export interface ChangeOutcome {
  readonly changeId: string;
  readonly title: string;
  readonly group: TemplateChange["group"];
  /** Share of measured changes that it stands for, 0 to 1; see the change frequencies. */
  readonly weight: number;
  readonly diff: string | null;
  readonly asProposed: Verdict;
  readonly repaired: Verdict;
}

/** A later version of the template, deployed as an update of the base; `not-applicable` where CloudFormation would refuse it. */
export interface NextVersionOutcome {
  readonly name: string;
  /** What was noticed in that version; lines are its own. */
  readonly problems: readonly Problem[];
  /** What differs from the base, as a text difference. */
  readonly diff: string | null;
  readonly asProposed: Verdict;
  readonly repaired: Verdict;
}
