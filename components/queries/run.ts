import { runSchema } from "@/lib/schemas/run";
import { requestJson } from "./request-json";

/** A whole run, as it stands. */
export function fetchRun(id: string) {
  return requestJson(`/api/runs/${encodeURIComponent(id)}`, runSchema);
}
