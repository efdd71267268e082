import { type CreatedReplay, newNextVersionsSchema } from "@/lib/schemas/replay";
import { parseId } from "@/lib/server/http/parse-id";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { createReplay, fromFiles, givenAsFiles, versionsLimit } from "@/lib/server/replays/create-replay";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const POST = route<{ id: string }>(async (request, params) => {
  const { versions } = await readJsonBody(request, newNextVersionsSchema, versionsLimit);
  const { database, queue } = services();
  const runId = parseId(params.id, "run");
  const dependencies = { database, queue: await queue() };
  const id = await createReplay(dependencies, currentTeam(), runId, fromFiles, givenAsFiles(versions));
  const body: CreatedReplay = { id };
  return Response.json(body, { status: 201 });
});
