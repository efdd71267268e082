import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findRunState } from "@/lib/server/runs/find-run";
import { streamRunEvents } from "@/lib/server/runs/stream-run-events";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, params) => {
  const id = parseId(params.id, "run");
  const { database, changes } = services();
  const team = currentTeam();
  if (!(await findRunState(database, team, id))) throw notFound("run");
  return new Response(streamRunEvents(database, changes, team, id), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      // Some proxies hold a response back until it is complete unless told not to.
      "x-accel-buffering": "no",
    },
  });
});
