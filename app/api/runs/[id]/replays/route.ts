import type { ReplayStates } from "@/lib/schemas/replay";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findReplayStates } from "@/lib/server/replays/replay-rows";
import { findRunState } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, params) => {
  const { database } = services();
  const id = parseId(params.id, "run");
  if (!(await findRunState(database, currentTeam(), id))) throw notFound("run");
  const body: ReplayStates = { replays: await findReplayStates(database, currentTeam(), id) };
  return Response.json(body);
});
