import type { ApiCall, ApiRequest, Phase } from "../deployment/api-call";
import type { PlannedResource } from "../deployment/deployment-plan";
import type { Decision } from "../policy/decision";
import type { Decide } from "./decide";
import { tellDenial } from "./denial-message";
import type { IndexedPlan } from "./index-calls";
import { type EventLog, type NumberedDenial, startEventLog } from "./stack-events";
import type { Attempt, AttemptOutcome, Denial } from "./trial";

/** What one attempt comes to, before anything is fixed. */
export type AttemptResult = Omit<Attempt, "fix" | "number">;

/** Phases that an attempt goes through one after the other; `replace` belongs to the update, `rollback` to a failure. */
const route: readonly Phase[] = ["package", "changeset", "create", "update", "delete"];

/**
 * One deployment from packaging to the removal of the stack: each phase until the first that is refused. In a refused
 * wave every ready resource shows its first denial, later waves do not start, and what was made is rolled back.
 *
 * @param phases the phases that count; calls of others are not made
 */
export function runAttempt(indexed: IndexedPlan, decide: Decide, phases: ReadonlySet<Phase>): AttemptResult {
  const run: Run = { indexed, decide, phases, log: startEventLog(indexed.plan), created: [], denials: [] };
  for (const phase of route) {
    if (!phases.has(phase)) continue;
    run.log.enter(phase);
    const outcome = runPhase(phase, run);
    if (outcome) return finish(run, phase, outcome);
  }
  return finish(run, route.findLast((phase) => phases.has(phase)) ?? "delete", "complete");
}

/** The working state of one attempt; it never leaves this file. */
interface Run {
  readonly indexed: IndexedPlan;
  readonly decide: Decide;
  readonly phases: ReadonlySet<Phase>;
  readonly log: EventLog;
  readonly created: PlannedResource[];
  readonly denials: Denial[];
}

function finish(run: Run, phase: Phase, outcome: AttemptOutcome): AttemptResult {
  const created = run.created.map((resource) => resource.logicalId);
  return { outcome, phase, created, denials: run.denials, events: run.log.events };
}

/** `null`: the phase went through. */
function runPhase(phase: Phase, run: Run): AttemptOutcome | null {
  const stopped = runStackCalls(phase, run);
  if (stopped) return stopped;
  if (phase === "create") return runCreate(run);
  if (phase === "update") return runUpdate(run);
  if (phase === "delete") return runDelete(run);
  return null;
}

/** The CLI works one call after the other and stops at the first refusal. */
function runStackCalls(phase: Phase, run: Run): AttemptOutcome | null {
  for (const call of run.indexed.stackCalls(phase)) {
    const refusal = makeCall(call, run, null);
    if (refusal) return stop(call, refusal, run);
    if (isChangeSetOfStack(call)) run.log.stack("REVIEW_IN_PROGRESS", "User Initiated");
  }
  return null;
}

/** A refusal that CloudFormation meets once it works on the stack rolls it back, though it has made nothing. */
function stop({ phase, via }: ApiCall, refusal: NumberedDenial, run: Run): AttemptOutcome {
  if (via === "cli" || (phase !== "create" && phase !== "update")) {
    run.log.stopped(refusal, via);
    return phase === "delete" ? "stuck" : "not-started";
  }
  run.log.stack(phase === "create" ? "CREATE_IN_PROGRESS" : "UPDATE_IN_PROGRESS", "User Initiated");
  run.log.enter("rollback");
  const rollback = phase === "create" ? "ROLLBACK" : "UPDATE_ROLLBACK";
  run.log.refusedStack(`${rollback}_IN_PROGRESS`, refusal);
  run.log.stack(`${rollback}_COMPLETE`, null);
  return "rolled-back";
}

/** The stack exists from here on, though nothing is in it yet. The managed bucket's change set is another stack's. */
function isChangeSetOfStack({ phase, via, operation }: ApiCall): boolean {
  return phase === "changeset" && via === "cli" && operation === "cloudformation:CreateChangeSet";
}

function runCreate(run: Run): AttemptOutcome | null {
  run.log.stack("CREATE_IN_PROGRESS", "User Initiated");
  for (const wave of run.indexed.waves.map((resources) => resources.filter(isInNewStack))) {
    for (const resource of wave) run.log.resource(resource, "CREATE_IN_PROGRESS");
    const results = wave.map((resource) => createResource(resource, run));
    run.created.push(...results.filter(({ denial }) => !denial).map(({ resource }) => resource));
    if (results.some(({ denial }) => denial)) return rollBack(results, run);
  }
  run.log.stack("CREATE_COMPLETE", null);
  return null;
}

/** A layer's earlier version, say, belongs to the stack before its update alone. */
function isInNewStack({ change }: PlannedResource): boolean {
  return change !== "delete";
}

interface Creation {
  readonly resource: PlannedResource;
  readonly denial: Denial | null;
  /** Something was made before the refusal, and must be removed. */
  readonly halfMade: boolean;
}

function createResource(resource: PlannedResource, run: Run): Creation {
  let halfMade = false;
  for (const call of run.indexed.resourceCalls("create", resource.logicalId)) {
    const refusal = makeCall(call, run, resource);
    if (refusal) {
      run.log.refused(resource, "CREATE_FAILED", refusal);
      return { resource, denial: refusal.denial, halfMade };
    }
    if (call.cloudTrail?.readOnly !== false || halfMade) continue;
    halfMade = true;
    run.log.resource(resource, "CREATE_IN_PROGRESS", "Resource creation Initiated");
  }
  run.log.resource(resource, "CREATE_COMPLETE");
  return { resource, denial: null, halfMade };
}

function rollBack(failedWave: readonly Creation[], run: Run): AttemptOutcome {
  run.log.enter("rollback");
  const failed = failedWave.filter(({ denial }) => denial);
  run.log.stack(
    "ROLLBACK_IN_PROGRESS",
    `${tellFailed(
      "create",
      failed.map(({ resource }) => resource),
    )} Rollback requested by user.`,
  );
  const halfMade = failed.filter((creation) => creation.halfMade).map(({ resource }) => resource);
  const stuck = [
    ...halfMade.filter((resource) => !removeResource(resource, run.indexed.cleanUpCalls(resource.logicalId), run)),
    ...listUndone(run.created, run).filter(
      (resource) => !removeResource(resource, run.indexed.rollbackCalls("create", resource.logicalId), run),
    ),
  ];
  run.log.stack(
    stuck.length === 0 ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED",
    stuck.length === 0 ? null : tellFailed("delete", stuck),
  );
  return stuck.length === 0 ? "rolled-back" : "stuck";
}

/** Last made, first undone; nothing where rollbacks do not count. */
function listUndone(made: readonly PlannedResource[], run: Run): readonly PlannedResource[] {
  return run.phases.has("rollback") ? made.toReversed() : [];
}

function tellFailed(verb: "create" | "update" | "delete", resources: readonly PlannedResource[]): string {
  const names = resources.map(({ logicalId }) => logicalId).join(", ");
  return `The following resource(s) failed to ${verb}: [${names}].`;
}

function removeResource(resource: PlannedResource, calls: readonly ApiCall[], run: Run): boolean {
  return makeCalls(resource, calls, "DELETE", run).done;
}

type Verb = "CREATE" | "UPDATE" | "DELETE";

interface CallsMade {
  readonly done: boolean;
  readonly changedSomething: boolean;
}

/** The calls of one resource, up to its first denial; nothing is printed for a resource that none concern. */
function makeCalls(resource: PlannedResource, calls: readonly ApiCall[], verb: Verb, run: Run): CallsMade {
  if (calls.length === 0) return { done: true, changedSomething: false };
  run.log.resource(resource, `${verb}_IN_PROGRESS`);
  let changedSomething = false;
  for (const call of calls) {
    const refusal = makeCall(call, run, resource);
    if (refusal) {
      run.log.refused(resource, `${verb}_FAILED`, refusal);
      return { done: false, changedSomething };
    }
    if (call.cloudTrail?.readOnly === false) changedSomething = true;
  }
  run.log.resource(resource, `${verb}_COMPLETE`);
  return { done: true, changedSomething };
}

function runUpdate(run: Run): AttemptOutcome | null {
  run.log.stack("UPDATE_IN_PROGRESS", "User Initiated");
  const touched: PlannedResource[] = [];
  const asBefore = new Set<PlannedResource>();
  for (const wave of run.indexed.waves) {
    const results = wave.map((resource) => updateResource(resource, run));
    touched.push(...results.filter(({ wasTouched }) => wasTouched).map(({ resource }) => resource));
    for (const { resource, changedSomething } of results) if (!changedSomething) asBefore.add(resource);
    const failed = results.filter(({ done }) => !done).map(({ resource }) => resource);
    if (failed.length > 0) return rollUpdateBack(touched, failed, asBefore, run);
  }
  run.log.stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", null);
  run.log.stack("UPDATE_COMPLETE", null);
  return null;
}

/** What the way back has to undo: what was made, and whatever was to be changed, be it the resource that was refused. */
function updateResource(resource: PlannedResource, run: Run) {
  const replacing = run.phases.has("replace") ? run.indexed.resourceCalls("replace", resource.logicalId) : [];
  const calls = [...run.indexed.resourceCalls("update", resource.logicalId), ...replacing];
  const { done, changedSomething } = makeCalls(resource, calls, verbOfUpdate(resource), run);
  return { resource, done, changedSomething, wasTouched: changedSomething || resource.change === "update" };
}

/** What an update of the stack does to a resource. */
function verbOfUpdate({ change }: PlannedResource): Verb {
  return change === "create" ? "CREATE" : change === "delete" ? "DELETE" : "UPDATE";
}

function rollUpdateBack(
  touched: readonly PlannedResource[],
  failed: readonly PlannedResource[],
  asBefore: ReadonlySet<PlannedResource>,
  run: Run,
): AttemptOutcome {
  run.log.enter("rollback");
  run.log.stack("UPDATE_ROLLBACK_IN_PROGRESS", tellFailed("update", failed));
  const stuck = listUndone(touched, run).filter((resource) => {
    const calls = run.indexed.rollbackCalls("update", resource.logicalId);
    const needed = asBefore.has(resource) ? calls.filter(setsBack) : calls;
    return !makeCalls(resource, needed, resource.change === "create" ? "DELETE" : "UPDATE", run).done;
  });
  if (stuck.length > 0) {
    run.log.stack("UPDATE_ROLLBACK_FAILED", tellFailed("update", stuck));
    return "stuck";
  }
  run.log.stack("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", null);
  run.log.stack("UPDATE_ROLLBACK_COMPLETE", null);
  return "rolled-back";
}

/**
 * Where nothing was changed yet, CloudFormation still sets the old values again, but what was never added needs no removal,
 * and a nested stack whose update did not start is let be.
 * https://github.com/Arcadia-Science/data-hub/pull/19 and /126, https://github.com/data-dot-all/dataall/issues/1031
 */
function setsBack({ operation, resourceType }: ApiCall): boolean {
  const isRemoval = /:(Delete|Remove|Untag|Detach|Disassociate)/.test(operation);
  return !isRemoval && resourceType !== "AWS::CloudFormation::Stack";
}

/** Resources are removed in reverse order of creation; a refused one does not stop those that do not depend on it. */
function runDelete(run: Run): AttemptOutcome | null {
  run.log.stack("DELETE_IN_PROGRESS", "User Initiated");
  for (const wave of run.indexed.waves.toReversed()) {
    const stuck = wave.filter(
      (resource) => !removeResource(resource, run.indexed.resourceCalls("delete", resource.logicalId), run),
    );
    if (stuck.length > 0) {
      run.log.stack("DELETE_FAILED", tellFailed("delete", stuck));
      return "stuck";
    }
  }
  run.log.stack("DELETE_COMPLETE", null);
  return null;
}

/** The refusal that stops the call's resource (`null`: the CLI); those that are passed over are kept, and `null` is returned. */
function makeCall(call: ApiCall, run: Run, resource: PlannedResource | null): NumberedDenial | null {
  for (const request of call.checks) {
    const decision = run.decide(request);
    if (decision.decision === "allowed") continue;
    const effect = ({ fail: "failed", "retry-without-tags": "retried", ignored: "ignored" } as const)[call.onDenied];
    const refusal = noteDenial(call, request, decision, effect, run);
    if (effect === "failed") return noteShownDenial(call, run) ?? refusal;
    if (effect === "retried" && resource) run.log.retried(resource, refusal);
    return null;
  }
  return null;
}

/** What is printed instead, where the caller went on to a call that is refused too. */
function noteShownDenial(call: ApiCall, run: Run): NumberedDenial | null {
  if (!call.shownAs) return null;
  const decision = run.decide(call.shownAs);
  return decision.decision === "allowed" ? null : noteDenial(call, call.shownAs, decision, "shown", run);
}

function noteDenial(
  { phase, logicalId, resourceType }: ApiCall,
  request: ApiRequest,
  decision: Decision,
  effect: Denial["effect"],
  run: Run,
): NumberedDenial {
  const { target, settings } = run.indexed.plan;
  const message = tellDenial(request, decision, target, settings);
  const denial: Denial = { phase, logicalId, resourceType, request, decision, message, effect };
  return { denial, index: run.denials.push(denial) - 1 };
}
