import { z } from "zod";
import { notFound } from "./api-fault";

const id = z.uuid();

/** An id from a path; one that cannot be an id names nothing. */
export function parseId(text: string, what: string): string {
  const parsed = id.safeParse(text);
  if (!parsed.success) throw notFound(what);
  return parsed.data;
}
