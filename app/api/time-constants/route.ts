import { teamTimesRequestSchema } from "@/lib/schemas/time-model";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { listTimeConstants } from "@/lib/server/time-model/list-time-constants";
import { findTeamTimes, replaceTeamTimes } from "@/lib/server/time-model/team-times";

export const GET = route(async () => {
  const teamTimes = await findTeamTimes(services().database, currentTeam());
  return Response.json({ groups: listTimeConstants(), teamTimes });
});

export const PUT = route(async (request) => {
  const { teamTimes } = await readJsonBody(request, teamTimesRequestSchema);
  await replaceTeamTimes(services().database, currentTeam(), teamTimes);
  return Response.json({ teamTimes });
});
