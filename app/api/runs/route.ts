import { newRunSchema } from "@/lib/schemas/new-run";
import { runListQuerySchema } from "@/lib/schemas/run-summary";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";
import { versionsLimit } from "@/lib/server/replays/create-replay";
import { listRuns } from "@/lib/server/runs/list-runs";
import { respondWithNewRun } from "@/lib/server/runs/respond-with-new-run";
import { completeInput } from "@/lib/server/runs/run-input";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route(async (request) => {
  const query = readQuery(request, runListQuerySchema);
  return Response.json(await listRuns(services().database, currentTeam(), query));
});

export const POST = route(async (request) => {
  const newRun = await readJsonBody(request, newRunSchema, versionsLimit);
  return respondWithNewRun(completeInput(newRun), newRun);
});
