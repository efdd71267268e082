import { inspectTemplateRequestSchema } from "@/lib/schemas/template-inspection";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { services } from "@/lib/server/services";

export const POST = route(async (request) => {
  const { text, fileName } = await readJsonBody(request, inspectTemplateRequestSchema);
  return Response.json(await services().reader.inspect(text, fileName ?? null));
});
