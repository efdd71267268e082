import type { ApiCall, Phase } from "../deployment/api-call";
import type { PlannedResource } from "../deployment/deployment-plan";
import type { Decide } from "./decide";
import { tellDenial } from "./denial-message";
import type { IndexedPlan } from "./index-calls";
import { type EventLog, startEventLog } from "./stack-events";
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
  if (run.indexed.stackCalls(phase).length > 0 && !runStackCalls(phase, run)) {
    return phase === "delete" ? "stuck" : "not-started";
  }
  if (phase === "create") return runCreate(run);
  if (phase === "update") return runUpdate(run);
  if (phase === "delete") return runDelete(run);
  return null;
}

/** The CLI works one call after the other and stops at the first refusal. */
function runStackCalls(phase: Phase, run: Run): boolean {
  for (const call of run.indexed.stackCalls(phase)) {
    const denial = makeCall(call, run);
    if (denial) {
      run.log.stopped(denial);
      return false;
    }
  }
  return true;
}

function runCreate(run: Run): AttemptOutcome | null {
  run.log.stack("CREATE_IN_PROGRESS", "User Initiated");
  for (const wave of run.indexed.waves) {
    const results = wave.map((resource) => createResource(resource, run));
    run.created.push(...results.filter(({ denial }) => !denial).map(({ resource }) => resource));
    if (results.some(({ denial }) => denial)) return rollBack(results, run);
  }
  run.log.stack("CREATE_COMPLETE", null);
  return null;
}

interface Creation {
  readonly resource: PlannedResource;
  readonly denial: Denial | null;
  /** Something was made before the refusal, and must be removed. */
  readonly halfMade: boolean;
}

function createResource(resource: PlannedResource, run: Run): Creation {
  run.log.resource(resource, "CREATE_IN_PROGRESS", null);
  let halfMade = false;
  for (const call of run.indexed.resourceCalls("create", resource.logicalId)) {
    const denial = makeCall(call, run);
    if (denial) {
      run.log.resource(resource, "CREATE_FAILED", denial.message);
      return { resource, denial, halfMade };
    }
    if (call.cloudTrail?.readOnly === false) halfMade = true;
  }
  run.log.resource(resource, "CREATE_COMPLETE", null);
  return { resource, denial: null, halfMade };
}

function rollBack(failedWave: readonly Creation[], run: Run): AttemptOutcome {
  const failed = failedWave.filter(({ denial }) => denial);
  const names = failed.map(({ resource }) => resource.logicalId).join(", ");
  run.log.stack(
    "ROLLBACK_IN_PROGRESS",
    `The following resource(s) failed to create: [${names}]. Rollback requested by user.`,
  );
  const halfMade = failed.filter((creation) => creation.halfMade).map(({ resource }) => resource);
  const cleaned = halfMade.map((resource) =>
    removeResource(resource, run.indexed.cleanUpCalls(resource.logicalId), run),
  );
  const deleted = run.phases.has("rollback")
    ? run.created
        .toReversed()
        .map((resource) => removeResource(resource, run.indexed.rollbackCalls("create", resource.logicalId), run))
    : [];
  const done = [...cleaned, ...deleted].every((removed) => removed);
  run.log.stack(
    done ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED",
    done ? null : "The following resource(s) failed to delete.",
  );
  return done ? "rolled-back" : "stuck";
}

function removeResource(resource: PlannedResource, calls: readonly ApiCall[], run: Run): boolean {
  return makeCalls(resource, calls, "DELETE", run).done;
}

interface CallsMade {
  readonly done: boolean;
  readonly changedSomething: boolean;
}

/** The calls of one resource, up to its first denial; nothing is printed for a resource that none concern. */
function makeCalls(
  resource: PlannedResource,
  calls: readonly ApiCall[],
  verb: "UPDATE" | "DELETE",
  run: Run,
): CallsMade {
  if (calls.length === 0) return { done: true, changedSomething: false };
  run.log.resource(resource, `${verb}_IN_PROGRESS`, null);
  let changedSomething = false;
  for (const call of calls) {
    const denial = makeCall(call, run);
    if (denial) {
      run.log.resource(resource, `${verb}_FAILED`, denial.message);
      return { done: false, changedSomething };
    }
    if (call.cloudTrail?.readOnly === false) changedSomething = true;
  }
  run.log.resource(resource, `${verb}_COMPLETE`, null);
  return { done: true, changedSomething };
}

function runUpdate(run: Run): AttemptOutcome | null {
  run.log.stack("UPDATE_IN_PROGRESS", "User Initiated");
  const touched: PlannedResource[] = [];
  for (const wave of run.indexed.waves) {
    const results = wave.map((resource) => updateResource(resource, run));
    touched.push(...results.filter(({ wasTouched }) => wasTouched).map(({ resource }) => resource));
    if (results.some(({ done }) => !done)) return rollUpdateBack(touched, run);
  }
  run.log.stack("UPDATE_COMPLETE", null);
  return null;
}

/** What the way back has to undo: what was made, and whatever was to be changed, be it the resource that was refused. */
function updateResource(resource: PlannedResource, run: Run) {
  const replacing = run.phases.has("replace") ? run.indexed.resourceCalls("replace", resource.logicalId) : [];
  const calls = [...run.indexed.resourceCalls("update", resource.logicalId), ...replacing];
  const { done, changedSomething } = makeCalls(resource, calls, "UPDATE", run);
  return { resource, done, wasTouched: changedSomething || resource.change === "update" };
}

function rollUpdateBack(touched: readonly PlannedResource[], run: Run): AttemptOutcome {
  run.log.stack("UPDATE_ROLLBACK_IN_PROGRESS", "The following resource(s) failed to update.");
  const undone = run.phases.has("rollback")
    ? touched
        .toReversed()
        .map((resource) => makeCalls(resource, run.indexed.rollbackCalls("update", resource.logicalId), "UPDATE", run))
    : [];
  const done = undone.every((undoing) => undoing.done);
  run.log.stack(done ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_FAILED", null);
  return done ? "rolled-back" : "stuck";
}

/** Resources are removed in reverse order of creation; a refused one does not stop those that do not depend on it. */
function runDelete(run: Run): AttemptOutcome | null {
  run.log.stack("DELETE_IN_PROGRESS", "User Initiated");
  for (const wave of run.indexed.waves.toReversed()) {
    const removed = wave.map((resource) =>
      removeResource(resource, run.indexed.resourceCalls("delete", resource.logicalId), run),
    );
    if (removed.some((done) => !done)) {
      run.log.stack("DELETE_FAILED", "The following resource(s) failed to delete.");
      return "stuck";
    }
  }
  run.log.stack("DELETE_COMPLETE", null);
  return null;
}

/** The denial that stops the call's resource; refusals that are passed over are kept, and `null` is returned. */
function makeCall(call: ApiCall, run: Run): Denial | null {
  for (const request of call.checks) {
    const decision = run.decide(request);
    if (decision.decision === "allowed") continue;
    const { target, settings } = run.indexed.plan;
    const { phase, logicalId, resourceType } = call;
    const message = tellDenial(request, decision, target, settings);
    const effect = ({ fail: "failed", "retry-without-tags": "retried", ignored: "ignored" } as const)[call.onDenied];
    const denial: Denial = { phase, logicalId, resourceType, request, decision, message, effect };
    run.denials.push(denial);
    if (effect === "failed") return denial;
    run.log.passedOver(denial);
    return null;
  }
  return null;
}
