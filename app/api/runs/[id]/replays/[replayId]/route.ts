import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { removeReplay } from "@/lib/server/replays/end-replays";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const DELETE = route<{ id: string; replayId: string }>(async (_, params) => {
  const [runId, id] = [parseId(params.id, "run"), parseId(params.replayId, "list of versions")];
  if (!(await removeReplay(services().database, currentTeam(), runId, id))) throw notFound("list of versions");
  return new Response(null, { status: 204 });
});
