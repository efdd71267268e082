import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { RunTabSearch } from "@/components/run/run-tab-content";
import type { Run } from "@/lib/schemas/run";
import { findRun, type RunDetail } from "@/lib/server/runs/find-run";
import { readAskedDetail } from "@/lib/server/runs/read-asked-detail";
import { services } from "@/lib/server/services";
import { currentTeam } from "@/lib/server/teams";

/** The team's run of this id without the denials of its changes and versions; `null` when there is none. */
export const loadRun = cache((id: string) => find(id, null));

/** The same with those of the change or the version that the address asks for. */
export function loadRunFor(id: string, search: RunTabSearch): Promise<Run | null> {
  const detail = readAskedDetail(search);
  return detail ? find(id, detail) : loadRun(id);
}

async function find(id: string, detail: RunDetail): Promise<Run | null> {
  const known = z.uuid().safeParse(id);
  return known.success ? findRun(services().database, currentTeam(), known.data, detail) : null;
}
