import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Smaller bodies gain nothing. */
const leastCharacters = 2000;

/** A report is megabytes of much the same text; compressed where the client takes it, which the server does not do by itself. */
export async function respondWithJson(request: Request, body: unknown, headers: HeadersInit = {}): Promise<Response> {
  const all = new Headers(headers);
  all.set("content-type", "application/json; charset=utf-8");
  all.set("vary", "accept-encoding");
  const text = JSON.stringify(body);
  const takesGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (!takesGzip || text.length < leastCharacters) return new Response(text, { headers: all });
  all.set("content-encoding", "gzip");
  return new Response(new Uint8Array(await compress(text, { level: 4 })), { headers: all });
}
