import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findRunInput } from "@/lib/server/runs/find-run";
import { listPrompts } from "@/lib/server/runs/list-prompts";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, { id }) => {
  const input = await findRunInput(services().database, currentTeam(), parseId(id, "run"));
  if (!input) throw notFound("run");
  return Response.json(listPrompts(input));
});
