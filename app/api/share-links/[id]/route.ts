import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { services } from "@/lib/server/services";
import { revokeShareLink } from "@/lib/server/share-links/share-link-rows";
import { currentTeam } from "@/lib/server/teams";

export const DELETE = route<{ id: string }>(async (_, { id }) => {
  if (!(await revokeShareLink(services().database, currentTeam(), parseId(id, "share link")))) {
    throw notFound("share link");
  }
  return new Response(null, { status: 204 });
});
