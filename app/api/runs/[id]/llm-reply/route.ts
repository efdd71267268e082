import { llmReplyRequestSchema } from "@/lib/schemas/llm-reply";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { findGivenInput } from "@/lib/server/runs/find-given-input";
import { respondWithNewRun } from "@/lib/server/runs/respond-with-new-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** A new run of all that this one was given, with a model's reply. */
export const POST = route<{ id: string }>(async (request, { id }) => {
  const { reply } = await readJsonBody(request, llmReplyRequestSchema);
  const given = await findGivenInput(services().database, currentTeam(), parseId(id, "run"));
  if (!given) throw notFound("run");
  const { input, nextVersions, histories } = given;
  return respondWithNewRun({ ...input, llmReply: reply }, { nextVersions, histories: histories.map(({ id }) => id) });
});
