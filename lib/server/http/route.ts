import "server-only";
import type { ApiError } from "../../schemas/api-error";
import { ApiFault } from "./api-fault";

interface RouteContext<Params> {
  readonly params: Promise<Params>;
}

/** A route handler that answers every fault as an ApiError: ours with 500 and a line in the log, never with a stack. */
export function route<Params>(handle: (request: Request, params: Params) => Promise<Response>) {
  return async (request: Request, context: RouteContext<Params>): Promise<Response> => {
    try {
      return await handle(request, await context.params);
    } catch (fault) {
      return answerFault(fault, request);
    }
  };
}

function answerFault(fault: unknown, request: Request): Response {
  if (fault instanceof ApiFault) return Response.json(fault.body, { status: fault.status });
  console.error(`${request.method} ${new URL(request.url).pathname}`, fault);
  const body: ApiError = {
    code: "internal",
    message: "Something went wrong on our side and was logged. Nothing of what you entered was changed; try again.",
  };
  return Response.json(body, { status: 500 });
}
