import type { NewShareLink } from "../../schemas/share-link";
import type { Database } from "../database";
import { findRunStatus } from "../runs/run-rows";
import type { TeamScope } from "../teams";
import { insertShareLink } from "./share-link-rows";
import { hashShareToken, makeShareToken } from "./share-token";

/** A new link to the run: its id, and its token, which cannot be had again. `null` when the team has no such run. */
export async function createShareLink(
  database: Database,
  team: TeamScope,
  runId: string,
  { includeCurrentPolicy }: NewShareLink,
): Promise<{ readonly id: string; readonly token: string } | null> {
  if (!(await findRunStatus(database, team, runId))) return null;
  const token = makeShareToken();
  const tokenHash = hashShareToken(token);
  if (tokenHash === null) throw new Error("A new share token has an unexpected form.");
  return { id: await insertShareLink(database, team, { runId, tokenHash, includeCurrentPolicy }), token };
}
