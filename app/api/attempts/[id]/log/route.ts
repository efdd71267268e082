import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findRealAttemptLog } from "@/lib/server/real-attempts/real-attempt-rows";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** The log as it was sent. */
export const GET = route<{ id: string }>(async (_, { id }) => {
  const log = await findRealAttemptLog(services().database, currentTeam(), parseId(id, "log"));
  if (log === null) throw notFound("log");
  return new Response(log, { headers: { "content-type": "text/plain; charset=utf-8" } });
});
