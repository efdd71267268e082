import { buildPrompts, promptsVersion } from "@/lib/domain/approaches/prompts";
import { targetOf } from "@/lib/domain/stages";
import type { Prompts } from "@/lib/schemas/llm-reply";
import { notFound } from "@/lib/server/http/api-fault";
import { parseId } from "@/lib/server/http/parse-id";
import { route } from "@/lib/server/http/route";
import { findRunInput } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";
import { usesImageFunctions } from "@/lib/server/templates/inspect-template";

const titles = { draft: "Draft the policy", review: "Review it", revise: "Revise it" };

export const GET = route<{ id: string }>(async (_, { id }) => {
  const input = await findRunInput(services().database, currentTeam(), parseId(id, "run"));
  if (!input) throw notFound("run");
  const { templateText } = input;
  const prompts = buildPrompts(templateText, targetOf(input), usesImageFunctions(templateText));
  const body: Prompts = {
    version: promptsVersion,
    prompts: prompts.map(({ turn, text }) => ({ turn, title: titles[turn], text })),
  };
  return Response.json(body);
});
