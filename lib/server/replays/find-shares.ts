import { groupBy } from "../../domain/policy/group-by";
import { shareVersions } from "../../domain/scoring/version-shares";
import type { Replay } from "../../schemas/replay";
import type { Queries } from "../database";
import type { TeamScope } from "../teams";
import { countVerdicts, type VerdictCount } from "./version-verdict-rows";

/** How each candidate fares with the versions of each replay, by the replay's id: of what was tried so far. */
export async function findShares(
  queries: Queries,
  team: TeamScope,
  runId: string,
): Promise<ReadonlyMap<string, Replay["shares"]>> {
  const byReplay = groupBy(await countVerdicts(queries, team, runId), ({ replayId }) => replayId);
  return new Map([...byReplay].map(([replayId, counts]) => [replayId, sharesOf(counts)]));
}

function sharesOf(counts: readonly VerdictCount[]): Replay["shares"] {
  return [...groupBy(counts, ({ candidate }) => candidate)].map(([candidate, own]) => ({
    candidate,
    asProposed: shareOf(own, "asProposed"),
    repaired: shareOf(own, "repaired"),
  }));
}

function shareOf(counts: readonly VerdictCount[], role: "asProposed" | "repaired") {
  const count = (verdict: string) =>
    counts.filter((one) => one[role] === verdict).reduce((sum, { versions }) => sum + versions, 0);
  return shareVersions({
    deploys: count("deploys"),
    fails: count("fails"),
    rejected: count("rejected"),
    "not-modelled": count("not-modelled"),
  });
}
