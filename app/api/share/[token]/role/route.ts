import { roleExportQuerySchema } from "@/lib/schemas/role-export";
import { notFound } from "@/lib/server/http/api-fault";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";
import { exportRole } from "@/lib/server/runs/export-role";
import { findSharedRun } from "@/lib/server/share-links/find-shared-run";

/** The same for the reader of a link, with what a link withholds left out. */
export const GET = route<{ token: string }>(async (request, { token }) => {
  const query = readQuery(request, roleExportQuerySchema);
  const shared = await findSharedRun(token, null);
  if (!shared) throw notFound("share link");
  return exportRole(shared.run, query);
});
