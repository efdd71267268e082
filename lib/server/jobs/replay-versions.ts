import type { ReplayInput, RoleToReplay, VersionOutcome } from "../../domain/replay";
import type { ApiError } from "../../schemas/api-error";
import type { RunInput } from "../../schemas/run";
import type { Database } from "../database";
import type { LeasedReplay } from "../replays/replay-rows";
import { failReplay, finishReplay, startReplay, storeOutcome } from "../replays/store-outcomes";
import { findVersionTexts } from "../replays/version-rows";
import { findRoles } from "../runs/candidate-rows";
import { findRunInput } from "../runs/find-run";
import { LeaseLost } from "../runs/store-progress";
import type { TeamScope } from "../teams";

/** The versions of a template, one outcome each: on this thread, or on another. */
export type ReplayVersions = (input: ReplayInput) => Outcomes;
type Outcomes = Generator<VersionOutcome, void> | AsyncGenerator<VersionOutcome, void>;

export interface ReplayDependencies {
  readonly database: Database;
  readonly replayVersions: ReplayVersions;
}

/**
 * Tries the versions of one replay with the candidates of its run, which is done, and stores each outcome as it comes. May
 * be called again at any time, as for the run itself.
 */
export async function replayGivenVersions(
  { database, replayVersions }: ReplayDependencies,
  team: TeamScope,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const replay = await startReplay(database, team, id);
  const input = replay && (await findRunInput(database, team, replay.runId));
  if (!input) return;
  const roles = await findRoles(database, replay, replay.runId);
  const versions = await findVersionTexts(database, replay, replay.id);
  try {
    const outcomes = tellFaultsApart(replayVersions(toReplayInput(replay, input, roles, versions)));
    let position = 1;
    for await (const outcome of outcomes) {
      await storeOutcome(database, replay, position++, outcome);
      signal.throwIfAborted();
    }
    await finishReplay(database, replay);
  } catch (fault) {
    if (fault instanceof LeaseLost) return;
    if (!(fault instanceof ReplayFault)) throw fault;
    console.error(`Replay ${replay.id}:`, fault.cause);
    await failReplay(database, replay, internalFault);
  }
}

function toReplayInput(
  { kind }: LeasedReplay,
  { templateText, stackName, region, account, parameters, settings, nestedTemplates }: RunInput,
  roles: readonly RoleToReplay[],
  versions: ReplayInput["versions"],
): ReplayInput {
  return { kind, templateText, stackName, region, account, parameters, settings, nestedTemplates, roles, versions };
}

class ReplayFault extends Error {}

/** The same outcomes, with what the replay throws told apart from what storing throws. */
async function* tellFaultsApart(outcomes: Outcomes): AsyncGenerator<VersionOutcome, void> {
  try {
    yield* outcomes;
  } catch (cause) {
    throw new ReplayFault("The replay failed.", { cause });
  }
}

const internalFault: ApiError = {
  code: "internal",
  message:
    "Trying these versions met a fault of ours, which was logged. What was tried before it stands; remove them and give them again after an update.",
};
