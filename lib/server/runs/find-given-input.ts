import type { GivenInput } from "../../schemas/given-input";
import type { Queries } from "../database";
import { findHistories } from "../replays/replay-rows";
import { findNextVersions } from "../replays/version-rows";
import type { TeamScope } from "../teams";
import { findRunInput } from "./find-run";

/** What it takes to run again; `null` when the team has no such run. */
export async function findGivenInput(queries: Queries, team: TeamScope, runId: string): Promise<GivenInput | null> {
  const input = await findRunInput(queries, team, runId);
  if (!input) return null;
  const histories = await findHistories(queries, team, runId);
  return {
    input,
    nextVersions: [...(await findNextVersions(queries, team, runId))],
    histories: histories.map(({ id, templatePath, fileName, _count }) => ({
      id,
      name: templatePath ?? fileName ?? "an upload",
      versions: _count.versions,
    })),
  };
}
