import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findGivenInput } from "@/lib/server/runs/find-given-input";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, { id }) => {
  const given = await findGivenInput(services().database, currentTeam(), parseId(id, "run"));
  if (!given) throw notFound("run");
  return Response.json(given);
});
