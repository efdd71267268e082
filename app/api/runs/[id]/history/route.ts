import { historyQuerySchema } from "@/lib/schemas/replay";
import { respondWithHistory } from "@/lib/server/histories/respond-with-history";
import { parseId } from "@/lib/server/http/parse-id";
import { readQuery } from "@/lib/server/http/read-query";
import { route } from "@/lib/server/http/route";

export const POST = route<{ id: string }>(async (request, { id }) =>
  respondWithHistory(request, parseId(id, "run"), readQuery(request, historyQuerySchema)),
);
