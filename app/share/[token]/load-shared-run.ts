import "server-only";
import { cache } from "react";
import type { RunTabSearch } from "@/components/run/run-tab-content";
import type { SharedRun } from "@/lib/schemas/share-link";
import { readAskedDetail } from "@/lib/server/runs/read-asked-detail";
import { findSharedRun } from "@/lib/server/share-links/find-shared-run";

/** What the link shows, without the denials of template changes; `null` when it was revoked or never was. */
export const loadSharedRun = cache((token: string) => findSharedRun(token, null));

/** The same with those of the change or the version that the address asks for. */
export function loadSharedRunFor(token: string, search: RunTabSearch): Promise<SharedRun | null> {
  const detail = readAskedDetail(search);
  return detail ? findSharedRun(token, detail) : loadSharedRun(token);
}
