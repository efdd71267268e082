import { llmReplyRequestSchema } from "@/lib/schemas/llm-reply";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { findRunInput } from "@/lib/server/runs/find-run";
import { respondWithNewRun } from "@/lib/server/runs/respond-with-new-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

export const POST = route<{ id: string }>(async (request, { id }) => {
  const { reply } = await readJsonBody(request, llmReplyRequestSchema);
  const input = await findRunInput(services().database, currentTeam(), parseId(id, "run"));
  if (!input) throw notFound("run");
  return respondWithNewRun({ ...input, llmReply: reply });
});
