import { roleExportQuerySchema } from "@/lib/schemas/role-export";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";
import { exportRole } from "@/lib/server/runs/export-role";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** A candidate's role, proposed or working, as a CloudFormation template or as its policies. */
export const GET = route<{ id: string }>(async (request, { id }) => {
  const query = readQuery(request, roleExportQuerySchema);
  const run = await findRun(services().database, currentTeam(), parseId(id, "run"), null);
  if (!run) throw notFound("run");
  return exportRole(run, query);
});
