import type { NewRun } from "../../schemas/new-run";
import type { FieldProblem } from "../../schemas/problem";
import type { RunInput } from "../../schemas/run";
import type { Database } from "../database";
import type { ComparisonQueue } from "../jobs/comparison-queue";
import { fromFiles, givenAsFiles, repeatHistory, storeReplay } from "../replays/create-replay";
import type { TeamScope } from "../teams";
import type { TemplateReader } from "../templates/template-reader";
import { findTeamTimes } from "../time-model/team-times";
import { insertRun } from "./run-rows";
import { storeTemplate } from "./template-rows";

interface CreateRunDependencies {
  readonly database: Database;
  readonly queue: Pick<ComparisonQueue, "send">;
  readonly reader: Pick<TemplateReader, "check">;
}

/** What is tried with the run's roles when it is done. */
export type GivenVersions = Partial<Pick<NewRun, "nextVersions" | "histories">>;

export interface CreationOutcome {
  readonly id: string | null;
  readonly problems: readonly FieldProblem[];
}

/**
 * Stores the run and queues its job in one transaction: either both are there or neither. `id` is `null` when the input
 * cannot be used; nothing is stored then.
 */
export async function createRun(
  { database, queue, reader }: CreateRunDependencies,
  team: TeamScope,
  input: RunInput,
  { nextVersions = [], histories = [] }: GivenVersions = {},
): Promise<CreationOutcome> {
  const { problems, searchWords } = await reader.check(input);
  if (problems.length > 0) return { id: null, problems };
  const id = await database.$transaction(async (queries) => {
    const templateId = await storeTemplate(queries, team, input.templateText);
    const complete = { ...input, teamTimes: await findTeamTimes(queries, team) };
    const runId = await insertRun(queries, team, complete, {
      templateId,
      searchText: describeForSearch(input, searchWords),
    });
    if (nextVersions.length > 0) await storeReplay(queries, team, runId, fromFiles, givenAsFiles(nextVersions));
    for (const history of histories) await repeatHistory(queries, team, runId, history);
    await queue.send(queries, { runId, teamId: team.teamId });
    return runId;
  });
  return { id, problems: [] };
}

function describeForSearch({ fileName, stackName, region, account }: RunInput, searchWords: readonly string[]): string {
  const words = [stackName, fileName ?? "", region, account, ...searchWords];
  return words.join(" ").toLowerCase();
}
