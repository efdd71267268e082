import type { z } from "zod";
import type { FieldProblem } from "../../schemas/problem";
import { ApiFault, refused } from "./api-fault";
import { type BodyLimit, nulCharacter, readBodyText } from "./read-body-text";

/** Two megabytes: twice what CloudFormation takes as a template. */
const templateLimit: BodyLimit = {
  bytes: 2 * 1024 * 1024,
  tooLarge: "What was sent is larger than 2 MB. CloudFormation takes templates of at most 1 MB; send a smaller one.",
};

/** The request's JSON body in the contract's shape; anything else is a 4xx with a sentence. An empty body counts as `{}`. */
export async function readJsonBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit: BodyLimit = templateLimit,
): Promise<z.infer<Schema>> {
  const text = await readBodyText(request, limit);
  if (text !== "") requireJsonType(request);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw refused("Some of what was entered cannot be used.", parsed.error.issues.map(toProblem));
}

// Browsers send this type to another origin only after asking, so that no foreign page can post in a visitor's name.
function requireJsonType(request: Request): void {
  if (request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/json") return;
  throw new ApiFault(415, { code: "not-json", message: "Send the body as JSON, with Content-Type application/json." });
}

function parseJson(text: string): unknown {
  const value = tryParse(text === "" ? "{}" : text);
  if (!holdsNul(value)) return value;
  throw nulCharacter();
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFault(400, { code: "malformed-json", message: "The body is not valid JSON; check how it was sent." });
  }
}

// PostgreSQL cannot store it in a text. A loop rather than recursion: a body may be nested a million deep.
function holdsNul(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string" && next.includes("\0")) return true;
    if (typeof next === "object" && next !== null) for (const entry of Object.entries(next)) open.push(...entry);
  }
  return false;
}

function toProblem(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.join(".");
  const message =
    issue.code === "custom" || !issue.message.startsWith("Invalid")
      ? issue.message
      : `${field || "The body"}: ${issue.message}.`;
  return { code: "invalid-field", severity: "error", message, field };
}
