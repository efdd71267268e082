import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { deleteRealAttempt } from "@/lib/server/real-attempts/real-attempt-rows";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const DELETE = route<{ id: string }>(async (_, { id }) => {
  if (!(await deleteRealAttempt(services().database, currentTeam(), parseId(id, "attempt")))) {
    throw notFound("attempt");
  }
  return new Response(null, { status: 204 });
});
