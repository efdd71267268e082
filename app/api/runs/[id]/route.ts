import { runQuerySchema } from "@/lib/schemas/run";
import { listRunRepeatsOnce } from "@/lib/server/denials/list-repeats-once";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (request, { id }) => {
  const { detail, full } = readQuery(request, runQuerySchema);
  const runId = parseId(id, "run");
  const run = await findRun(services().database, currentTeam(), runId, detail === "all" ? "all" : null);
  if (!run) throw notFound("run");
  return Response.json(full === "1" ? run : listRunRepeatsOnce(run));
});
