import type { FieldProblem } from "../../schemas/problem";
import type { RunInput } from "../../schemas/run";
import type { Database } from "../database";
import type { ComparisonQueue } from "../jobs/comparison-queue";
import type { TeamScope } from "../teams";
import { listSearchWords } from "../templates/inspect-template";
import { checkInput } from "./check-input";
import { insertRun } from "./run-rows";
import { storeTemplate } from "./template-rows";

export interface CreationOutcome {
  readonly id: string | null;
  readonly problems: readonly FieldProblem[];
}

/**
 * Stores the run and queues its job in one transaction: either both are there or neither. `id` is `null` when the input
 * cannot be used; nothing is stored then.
 */
export async function createRun(
  database: Database,
  queue: Pick<ComparisonQueue, "send">,
  team: TeamScope,
  input: RunInput,
): Promise<CreationOutcome> {
  const problems = checkInput(input);
  if (problems.length > 0) return { id: null, problems };
  const id = await database.$transaction(async (queries) => {
    const templateId = await storeTemplate(queries, team, input.templateText);
    const runId = await insertRun(queries, team, input, { templateId, searchText: describeForSearch(input) });
    await queue.send(queries, { runId, teamId: team.teamId });
    return runId;
  });
  return { id, problems: [] };
}

function describeForSearch({ templateText, fileName, stackName, region, account }: RunInput): string {
  const words = [stackName, fileName ?? "", region, account, ...listSearchWords(templateText)];
  return words.join(" ").toLowerCase();
}
