import { randomUUID } from "node:crypto";
import type { Queries } from "../database";
import type { TeamScope } from "../teams";

export async function insertShareLink(
  queries: Queries,
  { teamId }: TeamScope,
  link: { readonly runId: string; readonly tokenHash: string; readonly includeCurrentPolicy: boolean },
): Promise<string> {
  const { id } = await queries.shareLink.create({ data: { id: randomUUID(), teamId, ...link }, select: { id: true } });
  return id;
}

/** The run's links that are not revoked, newest first. */
export async function findShareLinks(queries: Queries, { teamId }: TeamScope, runId: string) {
  return queries.shareLink.findMany({
    where: { teamId, runId, revokedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, createdAt: true, includeCurrentPolicy: true },
  });
}

/** False when the team has no such link; a link that is revoked already stays so. */
export async function revokeShareLink(queries: Queries, { teamId }: TeamScope, id: string): Promise<boolean> {
  await queries.shareLink.updateMany({ where: { id, teamId, revokedAt: null }, data: { revokedAt: new Date() } });
  return (await queries.shareLink.count({ where: { id, teamId } })) === 1;
}

/** The one question that no team asks: the token stands for the right to see this run. */
export async function findShareLinkByHash(queries: Queries, tokenHash: string) {
  return queries.shareLink.findFirst({ where: { tokenHash, revokedAt: null } });
}
