import { inspectLogRequestSchema } from "@/lib/schemas/real-attempt";
import { readJsonBody } from "@/lib/server/http/read-json-body";
import { route } from "@/lib/server/http/route";
import { logLimit } from "@/lib/server/real-attempts/read-new-attempt";
import { inspectLog } from "@/lib/server/real-attempts/record-real-attempt";
import { services } from "@/lib/server/services";

export const POST = route(async (request) => {
  const { log } = await readJsonBody(request, inspectLogRequestSchema, logLimit);
  return Response.json(await inspectLog(services().logReader, log));
});
