import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { RunTabSearch } from "@/components/run/run-tab-content";
import type { Run } from "@/lib/schemas/run";
import { findRun } from "@/lib/server/runs/find-run";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** The team's run of this id without the denials of its template changes; `null` when there is none. */
export const loadRun = cache((id: string) => find(id, null));

/** The same with those of the change that the address asks for. */
export function loadRunFor(id: string, { candidate, change }: RunTabSearch): Promise<Run | null> {
  return candidate && change ? find(id, { candidate, change }) : loadRun(id);
}

async function find(id: string, detail: { candidate: string; change: string } | null): Promise<Run | null> {
  const known = z.uuid().safeParse(id);
  return known.success ? findRun(services().database, currentTeam(), known.data, detail) : null;
}
