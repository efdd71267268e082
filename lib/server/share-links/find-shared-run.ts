import "server-only";
import type { SharedRun } from "../../schemas/share-link";
import type { Queries } from "../database";
import { findRun, type RunDetail } from "../runs/find-run";
import { services } from "../services";
import { findShareLinkByHash } from "./share-link-rows";
import { hashShareToken } from "./share-token";
import { withholdPrivateParts } from "./withhold-private-parts";

/** What a link shows; `null` when it was revoked or never was. */
export async function findSharedRun(
  token: string,
  detail: RunDetail = "all",
  queries: Queries = services().database,
): Promise<SharedRun | null> {
  const tokenHash = hashShareToken(token);
  const link = tokenHash && (await findShareLinkByHash(queries, tokenHash));
  if (!link) return null;
  const run = await findRun(queries, { teamId: link.teamId }, link.runId, detail);
  return (
    run && {
      run: withholdPrivateParts(run, link),
      sharedAt: link.createdAt.toISOString(),
      includesCurrentPolicy: link.includeCurrentPolicy,
    }
  );
}
