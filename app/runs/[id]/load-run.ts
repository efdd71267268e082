import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { Run } from "@/lib/schemas/run";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** The team's run of this id, read once for layout and page; `null` when there is none. */
export const loadRun = cache(async (id: string): Promise<Run | null> => {
  const known = z.uuid().safeParse(id);
  return known.success ? findRun(services().database, currentTeam(), known.data) : null;
});
