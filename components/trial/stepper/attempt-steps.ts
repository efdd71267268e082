import type { ListedRequest } from "@/lib/domain/comparison-report";
import type { PlannedResource } from "@/lib/domain/deployment/deployment-plan";
import type { Attempt, StackEvent } from "@/lib/domain/trial/trial";

/** One moment of an attempt: what the CLI did, or one line that was printed; the last step is the end. */
export interface AttemptStep {
  readonly kind: "cli" | "event" | "end";
  /** How many events have been printed by then. */
  readonly printed: number;
  /** Index of the denial that shows here; `null` where none does. */
  readonly denial: number | null;
  /** What happens, in a sentence. */
  readonly sentence: string;
}

/** What a picture of the waves needs of a resource. */
export type WaveResource = Pick<PlannedResource, "logicalId" | "type" | "wave" | "dependsOn">;

/** An allowed call of the CLI before CloudFormation starts. */
export interface CliCall {
  readonly phase: "package" | "changeset";
  readonly action: string;
}

/** The CLI's calls that an attempt made and that were allowed, in their order. */
export function listCliCalls(attempt: Attempt, requests: readonly ListedRequest[]): readonly CliCall[] {
  const refusal = attempt.denials.find(({ effect }) => effect === "failed");
  const calls: CliCall[] = [];
  for (const { phase, via, callId, action } of requests) {
    if (refusal?.request.callId === callId) break;
    if (via !== "cli" || (phase !== "package" && phase !== "changeset")) continue;
    if (!calls.some((call) => call.phase === phase && call.action === action)) calls.push({ phase, action });
  }
  return calls;
}

/** The resources of an attempt's picture. What only the update takes out of the stack stands there if that happened. */
export function listWaveResources(attempt: Attempt, planned: readonly PlannedResource[]): readonly WaveResource[] {
  const told = new Set(attempt.events.map(({ logicalId }) => logicalId));
  return planned
    .filter(({ logicalId, change }) => change !== "delete" || told.has(logicalId))
    .map(({ logicalId, type, wave, dependsOn }) => ({ logicalId, type, wave, dependsOn }));
}

export function listSteps(
  attempt: Attempt,
  cliCalls: readonly CliCall[],
  resources: readonly WaveResource[],
): readonly AttemptStep[] {
  const waited = new Map(resources.map(({ logicalId, dependsOn }) => [logicalId, dependsOn]));
  const events = attempt.events.map(
    (event, index): AttemptStep => ({
      kind: "event",
      printed: index + 1,
      denial: event.denial,
      sentence: tellEvent(event, attempt, waited),
    }),
  );
  const end: AttemptStep = { kind: "end", printed: events.length, denial: null, sentence: tellEnd(attempt) };
  return [...tellCli(cliCalls), ...events, end];
}

const cliTitles: Record<CliCall["phase"], string> = {
  package: "sam deploy uploads what the template refers to",
  changeset: "sam deploy makes a change set and starts it",
};

function tellCli(calls: readonly CliCall[]): readonly AttemptStep[] {
  return (["package", "changeset"] as const).flatMap((phase): AttemptStep[] => {
    const actions = calls.filter((call) => call.phase === phase).map(({ action }) => action);
    if (actions.length === 0) return [];
    return [{ kind: "cli", printed: 0, denial: null, sentence: `${cliTitles[phase]}: ${actions.join(", ")}.` }];
  });
}

function tellEvent(event: StackEvent, attempt: Attempt, waited: ReadonlyMap<string, readonly string[]>): string {
  const denial = event.denial === null ? undefined : attempt.denials[event.denial];
  if (denial?.effect === "retried") {
    return `${denial.request.action} on ${event.logicalId} is refused; CloudFormation tries again without tags.`;
  }
  if (denial) return `${denial.request.action} is refused: ${event.logicalId} stops with ${event.status}.`;
  if (event.resourceType === "AWS::CloudFormation::Stack") return tellStack(event);
  const needed = waited.get(event.logicalId) ?? [];
  return tellResource(event, needed);
}

const stackSentences: Readonly<Record<string, string>> = {
  REVIEW_IN_PROGRESS: "The change set exists; the stack waits for its execution.",
  CREATE_IN_PROGRESS: "CloudFormation starts to create the stack.",
  CREATE_COMPLETE: "The stack is created.",
  UPDATE_IN_PROGRESS: "The next deployment starts: CloudFormation updates the stack.",
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "All updates went through; what they replaced is removed.",
  UPDATE_COMPLETE: "The stack is updated.",
  DELETE_IN_PROGRESS: "CloudFormation starts to delete the stack.",
  DELETE_COMPLETE: "The stack is gone.",
  DELETE_FAILED: "The stack cannot be deleted; a person must clean up.",
  ROLLBACK_IN_PROGRESS:
    "Creation stops here and rolls back. CloudFormation would cancel the rest of the wave at the first refusal; here every resource of the wave shows its own.",
  ROLLBACK_COMPLETE: "What had been made is gone again; the stack must be deleted before the next try.",
  ROLLBACK_FAILED: "The rollback is refused too: the stack is stuck, and a person must clean up.",
  UPDATE_ROLLBACK_IN_PROGRESS: "The update stops here and rolls back.",
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "The resources are as they were; leftovers are removed.",
  UPDATE_ROLLBACK_COMPLETE: "The stack is as it was before the update.",
  UPDATE_ROLLBACK_FAILED: "The way back is refused too: the stack is stuck, and a person must clean up.",
};

function tellStack({ status, logicalId }: StackEvent): string {
  return stackSentences[status] ?? `${logicalId}: ${status}.`;
}

function tellResource({ logicalId, status, reason, phase }: StackEvent, needed: readonly string[]): string {
  if (status === "CREATE_IN_PROGRESS" && reason) return `${logicalId} is being made.`;
  if (status === "CREATE_IN_PROGRESS") {
    return needed.length === 0 ? `${logicalId} starts.` : `${logicalId} starts; it waited for ${needed.join(", ")}.`;
  }
  if (status === "CREATE_COMPLETE") return `${logicalId} is created.`;
  if (status.endsWith("_IN_PROGRESS")) {
    const verb = status.startsWith("UPDATE") ? "updated" : "deleted";
    return `${logicalId} is being ${phase === "rollback" && verb === "updated" ? "set back" : verb}.`;
  }
  if (status === "DELETE_COMPLETE") return `${logicalId} is deleted.`;
  if (status === "UPDATE_COMPLETE") return `${logicalId} is ${phase === "rollback" ? "as it was" : "updated"}.`;
  return `${logicalId}: ${status}.`;
}

const ends: Record<Attempt["outcome"], string> = {
  complete: "create, update and delete went through.",
  "not-started": "sam deploy was refused before CloudFormation made anything.",
  "rolled-back": "CloudFormation undid what it had made.",
  stuck: "the undoing was refused too; a person must clean up before the next attempt.",
};

/** How the attempt ended and what had been made. */
export function tellEnd({ number, outcome, created }: Attempt): string {
  const made = outcome === "complete" || created.length === 0 ? "" : ` ${tellMade(created.length)} had been created.`;
  return `Attempt ${number}: ${ends[outcome]}${made}`;
}

function tellMade(count: number): string {
  return `${count} ${count === 1 ? "resource" : "resources"}`;
}
