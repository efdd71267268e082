import type { DeployableStack, DeploymentPlan } from "../deployment/deployment-plan";
import type { JsonObject } from "../json";
import type { Staged } from "../problem";
import type { StackTarget } from "../stack";
import { startDescribing } from "./describe-difference";
import type { TemplateChange } from "./template-change";

/** A deployment ready to be tried with any policies: everything about it that does not depend on a candidate. */
export interface PlannedDeployment {
  /** `null`: there is nothing to deploy. */
  readonly plan: DeploymentPlan | null;
  /** Deployed beside the base stack, not as an update of it. */
  readonly isNewStack: boolean;
  /** Resource types that the changed template brings and that nothing is known of. */
  readonly notModelled: readonly string[];
}

/** `plan` is `null` where the change does not apply to this template. */
export interface PlannedChange extends PlannedDeployment {
  readonly change: TemplateChange;
  /** The edit as a text difference; `null` where it does not apply, or where the template stays as it is. */
  readonly diff: string | null;
}

/** The stages before this one, with the run's settings and tables bound. */
export interface EarlierStages {
  /** The template before any change. */
  readonly base: DeployableStack;
  prepare(document: JsonObject, target: StackTarget): Staged<DeployableStack | null>;
  derive(before: DeployableStack | null, after: DeployableStack): DeploymentPlan;
}

/** Applies every change to the template and derives what its deployment would call; one after the other, on demand. */
export function* planChanges(
  document: JsonObject,
  changes: readonly TemplateChange[],
  earlier: EarlierStages,
): Generator<PlannedChange> {
  const describe = startDescribing(document);
  for (const change of changes) yield planChange(document, change, earlier, describe);
}

function planChange(
  document: JsonObject,
  change: TemplateChange,
  { base, prepare, derive }: EarlierStages,
  describe: (changed: JsonObject) => string | null,
): PlannedChange {
  const changed = change.apply(document);
  if (!changed) return notApplicable(change);
  const elsewhere = changed.deployedAs === "update" ? null : changed.deployedAs;
  const target = elsewhere ? { ...base.target, ...elsewhere } : base.target;
  const after = prepare(changed.document, target).value;
  if (!after) return notApplicable(change);
  const plan = derive(elsewhere ? null : base, after);
  const diff = describe(changed.document);
  return { change, plan, isNewStack: elsewhere !== null, diff, notModelled: findNotModelled(plan, base) };
}

/** There is nothing to change, or the template has something that excludes the change. */
function notApplicable(change: TemplateChange): PlannedChange {
  return { change, plan: null, isNewStack: false, diff: null, notModelled: [] };
}

/** A type that was unknown before the change already is the base's matter, not the change's. */
export function findNotModelled(plan: DeploymentPlan, base: DeployableStack | null): readonly string[] {
  const before = new Set(base?.resolved.resources.map((resource) => resource.type));
  const unknown = plan.resources.filter((resource) => resource.certainty === "unknown" && !before.has(resource.type));
  return [...new Set(unknown.map((resource) => resource.type))].sort();
}
