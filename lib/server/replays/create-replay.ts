import type { FieldProblem } from "../../schemas/problem";
import type { Database, Queries } from "../database";
import { ApiFault, notFound, refused } from "../http/api-fault";
import type { BodyLimit } from "../http/read-body-text";
import type { ComparisonQueue } from "../jobs/comparison-queue";
import { findRunStatus } from "../runs/run-rows";
import type { TeamScope } from "../teams";
import { findHistorySource, insertReplay, type ReplaySource } from "./replay-rows";
import { copyVersions, type GivenVersion, insertVersions } from "./version-rows";

/** Of a request with later versions: room for some of CloudFormation's largest, and for many as they are. */
export const versionsLimit: BodyLimit = {
  bytes: 12 * 1024 * 1024,
  tooLarge:
    "What was sent is larger than 12 MB. CloudFormation takes templates of at most 1 MB; send fewer versions at a time.",
};

interface CreateReplayDependencies {
  readonly database: Database;
  readonly queue: Pick<ComparisonQueue, "send">;
}

/**
 * Stores versions to be tried with the run's candidates, and queues the run's job, in one transaction. A run that still
 * works tries them when it is done. Returns the replay's id.
 */
export async function createReplay(
  { database, queue }: CreateReplayDependencies,
  team: TeamScope,
  runId: string,
  source: ReplaySource,
  versions: readonly GivenVersion[],
): Promise<string> {
  return database.$transaction(
    async (queries) => {
      const run = await findRunStatus(queries, team, runId);
      if (!run) throw notFound("run");
      if (run.status === "failed") throw new ApiFault(409, runFailed);
      const id = await storeReplay(queries, team, runId, source, versions);
      await queue.send(queries, { runId, teamId: team.teamId });
      return id;
    },
    { timeout: 60_000 },
  );
}

/** The same without a job, for a run that is just being stored with its own. */
export async function storeReplay(
  queries: Queries,
  team: TeamScope,
  runId: string,
  source: ReplaySource,
  versions: readonly GivenVersion[],
): Promise<string> {
  const id = await insertReplay(queries, runId, source);
  await insertVersions(queries, team, id, versions);
  return id;
}

/** A history that an earlier run was given, to be replayed with another run's roles. */
export async function repeatHistory(
  queries: Queries,
  team: TeamScope,
  runId: string,
  historyId: string,
): Promise<void> {
  const source = await findHistorySource(queries, team, historyId);
  if (!source) throw refused("The run was not started; see what is missing.", [historyGone]);
  await copyVersions(queries, historyId, await insertReplay(queries, runId, source));
}

const historyGone: FieldProblem = {
  code: "history-gone",
  severity: "error",
  message:
    "A history that was to be replayed again was removed meanwhile; take it out here, or give it to the new run.",
  field: "histories",
};

/** Later versions as they are pasted or chosen: files without a past. */
export function givenAsFiles(
  versions: readonly { readonly name: string; readonly templateText: string }[],
): readonly GivenVersion[] {
  return versions.map((version) => ({ ...version, committedAt: null, subject: null }));
}

export const fromFiles: ReplaySource = { kind: "next", fileName: null, templatePath: null, note: null };

const runFailed = {
  code: "run-failed",
  message: "This run failed, so that there is no role to try versions with. Run it again first.",
};
