import "server-only";
import { cache } from "react";
import { findSharedRun } from "@/lib/server/share-links/find-shared-run";

/** What the link shows, read once for layout and page; `null` when it was revoked or never was. */
export const loadSharedRun = cache((token: string) => findSharedRun(token));
