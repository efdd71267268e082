import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { respondWithJson } from "@/lib/server/http/respond-with-json";
import { route } from "@/lib/server/http/route";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (request, { id }) => {
  const run = await findRun(services().database, currentTeam(), parseId(id, "run"));
  if (!run) throw notFound("run");
  return respondWithJson(request, run);
});
