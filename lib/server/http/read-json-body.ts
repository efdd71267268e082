import type { z } from "zod";
import type { FieldProblem } from "../../schemas/problem";
import { ApiFault, refused } from "./api-fault";

/** Two megabytes: twice what CloudFormation takes as a template. */
const maxBytes = 2 * 1024 * 1024;

/** The request's JSON body in the contract's shape; anything else is a 4xx with a sentence. An empty body counts as `{}`. */
export async function readJsonBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readText(request);
  if (text !== "") requireJsonType(request);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw refused("Some of what was entered cannot be used.", parsed.error.issues.map(toProblem));
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

// Browsers send this type to another origin only after asking, so that no foreign page can post in a visitor's name.
function requireJsonType(request: Request): void {
  if (request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/json") return;
  throw new ApiFault(415, { code: "not-json", message: "Send the body as JSON, with Content-Type application/json." });
}

function parseJson(text: string): unknown {
  const value = tryParse(text === "" ? "{}" : text);
  if (!holdsNul(value)) return value;
  throw new ApiFault(400, {
    code: "nul-character",
    message: "The text holds a NUL character, so that it is a binary file rather than text; give a text file.",
  });
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

function tooLarge(): ApiFault {
  return new ApiFault(413, {
    code: "too-large",
    message: "What was sent is larger than 2 MB. CloudFormation takes templates of at most 1 MB; send a smaller one.",
  });
}

function toProblem(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.join(".");
  const message =
    issue.code === "custom" || !issue.message.startsWith("Invalid")
      ? issue.message
      : `${field || "The body"}: ${issue.message}.`;
  return { code: "invalid-field", severity: "error", message, field };
}
