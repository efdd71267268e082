import type { z } from "zod";
import { ApiFault } from "./api-fault";

/** The query part of the request's address in the contract's shape; anything else is a 400 with a sentence. */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    code: "invalid-query",
    severity: "error" as const,
    message: issue.message,
    field: issue.path.join("."),
  }));
  throw new ApiFault(400, {
    code: "invalid-query",
    message: "The address asks for something that there is not.",
    problems,
  });
}
