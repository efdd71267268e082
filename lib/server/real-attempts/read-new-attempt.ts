import {
  longestLog,
  type NewRealAttempt,
  newRealAttemptQuerySchema,
  newRealAttemptSchema,
} from "../../schemas/real-attempt";
import { ApiFault } from "../http/api-fault";
import { type BodyLimit, nulCharacter, readBodyText } from "../http/read-body-text";
import { readJsonBody } from "../http/read-json-body";
import { readQuery } from "../http/read-query";

const tooLarge = "The log is larger than 1 MB; send the part from the deployment on, or its end.";

/** A log in JSON takes more bytes than it has characters. */
export const logLimit: BodyLimit = { bytes: 4 * longestLog, tooLarge };

/** JSON; or a log as it is, of type text/plain, with the rest in the address. */
export async function readNewAttempt(request: Request): Promise<NewRealAttempt> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "text/plain") return readLogBody(request);
  if (type === "application/json" || type === undefined) return readJsonBody(request, newRealAttemptSchema, logLimit);
  throw new ApiFault(415, {
    code: "not-a-log",
    message: "Send a log with Content-Type text/plain, or the attempt as JSON with Content-Type application/json.",
  });
}

async function readLogBody(request: Request): Promise<NewRealAttempt> {
  requireNoBrowser(request);
  const query = readQuery(request, newRealAttemptQuerySchema);
  const log = await readBodyText(request, { bytes: longestLog, tooLarge });
  if (log.includes("\0")) throw nulCharacter();
  return { ...query, log, origin: "workflow" };
}

// Pages of other sites may send text/plain without asking, and name where they come from when they do; curl does not.
function requireNoBrowser(request: Request): void {
  if (request.headers.get("origin") === null) return;
  throw new ApiFault(415, {
    code: "not-json",
    message: "A page sends an attempt as JSON; text/plain is for workflows.",
  });
}
