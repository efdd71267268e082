import { apiErrorSchema } from "../../schemas/api-error";
import type { Replay } from "../../schemas/replay";
import type { Queries } from "../database";
import type { TeamScope } from "../teams";
import { findShares } from "./find-shares";
import { findReplayRows } from "./replay-rows";
import { findVersions } from "./version-rows";
import type { VersionDetail } from "./version-verdict-rows";

/** Everything that was tried with a run's candidates beside its own template, in the order in which it was given. */
export async function findReplays(
  queries: Queries,
  team: TeamScope,
  run: { readonly id: string; readonly templateId: string },
  detail: VersionDetail,
): Promise<Replay[]> {
  const rows = await findReplayRows(queries, team, run.id);
  if (rows.length === 0) return [];
  const versions = await findVersions(queries, team, run.id, run.templateId, detail);
  const shares = await findShares(queries, team, run.id);
  return rows.map(({ runId: _, error, createdAt, finishedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    error: error === null ? null : apiErrorSchema.parse(error),
    shares: shares.get(row.id) ?? [],
    versions: [...(versions.get(row.id) ?? [])],
  }));
}
