import { runSchema } from "@/lib/schemas/run";
import { requestJson } from "./request-json";

/** A run as it stands, without the denials of its template changes. */
export function fetchRun(id: string) {
  return requestJson(`/api/runs/${encodeURIComponent(id)}?detail=outline`, runSchema);
}
