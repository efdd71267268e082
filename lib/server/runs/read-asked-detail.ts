import { z } from "zod";
import type { RunDetail } from "./find-run";

const ofChange = z.object({ candidate: z.string(), change: z.string() });
const ofVersion = z.object({
  candidate: z.string(),
  replay: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number),
});

/** The change or the version of which a page's address asks for denials and fixes; `null` where it asks for none. */
export function readAskedDetail(search: object): Exclude<RunDetail, "all"> {
  return ofChange.safeParse(search).data ?? ofVersion.safeParse(search).data ?? null;
}
