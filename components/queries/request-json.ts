import type { z } from "zod";
import { type ApiError, apiErrorSchema } from "@/lib/schemas/api-error";

/** A route refused, or could not be reached; `error.message` is a sentence to show as it is. */
export class RequestFailed extends Error {
  constructor(readonly error: ApiError) {
    super(error.message);
  }
}

interface Options {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in the place of a body. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

/** Asks a route of ours and checks what it answers. Throws {@link RequestFailed} with a sentence for the reader. */
export async function requestJson<Answer>(
  address: string,
  schema: z.ZodType<Answer>,
  options: Options = {},
): Promise<Answer> {
  const { method = "GET", signal } = options;
  const answer = await send(address, { method, ...bodyOf(options), signal: signal ?? null });
  if (!answer.ok) throw new RequestFailed(await readError(answer));
  return schema.parse(answer.status === 204 ? undefined : await answer.json());
}

function bodyOf({ body, file }: Options): Pick<RequestInit, "headers" | "body"> {
  if (file) return { headers: { "content-type": "application/octet-stream" }, body: file };
  if (body === undefined) return {};
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    throw new RequestFailed({
      code: "unreachable",
      message: "The server did not answer; what you typed is kept. Check that it runs, then try again.",
    });
  }
}

async function readError(answer: Response): Promise<ApiError> {
  const body = apiErrorSchema.safeParse(await answer.json().catch(() => null));
  if (body.success) return body.data;
  return {
    code: "unexpected-answer",
    message: `The server answered with status ${answer.status} and no explanation; what you typed is kept. Try again, or look at the server's log.`,
  };
}
