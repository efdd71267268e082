import { runTimesRequestSchema } from "@/lib/schemas/time-model";
import { ApiFault, notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { findRunInput } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { setRunTimes } from "@/lib/server/time-model/set-run-times";
import { findTeamTimes } from "@/lib/server/time-model/team-times";

export const PUT = route<{ id: string }>(async (request, { id }) => {
  const { timeModel, takeTeamTimes } = await readJsonBody(request, runTimesRequestSchema);
  const { database } = services();
  const runId = parseId(id, "run");
  const input = await findRunInput(database, currentTeam(), runId);
  if (!input) throw notFound("run");
  const teamTimes = takeTeamTimes ? await findTeamTimes(database, currentTeam()) : input.teamTimes;
  if (!(await setRunTimes(database, currentTeam(), runId, { timeModel, teamTimes }))) {
    throw new ApiFault(409, { code: "not-done", message: "The figures can be changed when the run is done." });
  }
  return Response.json({ timeModel, teamTimes });
});
