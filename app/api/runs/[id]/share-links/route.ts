import { type CreatedShareLink, newShareLinkSchema, type ShareLink } from "@/lib/schemas/share-link";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { publicUrl } from "@/lib/server/http/public-url";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { findRunState } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { createShareLink } from "@/lib/server/share-links/create-share-link";
import { findShareLinks } from "@/lib/server/share-links/share-link-rows";
import { currentTeam } from "@/lib/server/teams";

export const GET = route<{ id: string }>(async (_, params) => {
  const { database } = services();
  const id = parseId(params.id, "run");
  if (!(await findRunState(database, currentTeam(), id))) throw notFound("run");
  const links = await findShareLinks(database, currentTeam(), id);
  const shareLinks: ShareLink[] = links.map((link) => ({ ...link, createdAt: link.createdAt.toISOString() }));
  return Response.json({ shareLinks });
});

export const POST = route<{ id: string }>(async (request, { id }) => {
  const terms = await readJsonBody(request, newShareLinkSchema);
  const link = await createShareLink(services().database, currentTeam(), parseId(id, "run"), terms);
  if (!link) throw notFound("run");
  const body: CreatedShareLink = { id: link.id, url: publicUrl(request, `/share/${link.token}`) };
  return Response.json(body, { status: 201 });
});
