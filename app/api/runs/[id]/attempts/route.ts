import type { CreatedRealAttempt, NewRealAttempt, RealAttemptList } from "@/lib/schemas/real-attempt";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { readNewAttempt } from "@/lib/server/real-attempts/read-new-attempt";
import { recordRealAttempt } from "@/lib/server/real-attempts/record-real-attempt";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, { id }) => {
  const run = await findRun(services().database, currentTeam(), parseId(id, "run"), null);
  if (!run) throw notFound("run");
  const body: RealAttemptList = { candidates: run.reality };
  return Response.json(body);
});

/** JSON, or a log as text/plain with the rest in the address. */
export const POST = route<{ id: string }>(async (request, params) => {
  const id = parseId(params.id, "run");
  const attempt: NewRealAttempt = await readNewAttempt(request);
  const created: CreatedRealAttempt = await recordRealAttempt(services(), currentTeam(), id, attempt);
  return Response.json(created, { status: 201 });
});
