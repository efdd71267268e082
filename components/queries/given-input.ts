import { givenInputSchema } from "@/lib/schemas/given-input";
import { requestJson } from "./request-json";

/** All that a run was given. */
export function fetchGivenInput(id: string) {
  return requestJson(`/api/runs/${encodeURIComponent(id)}/input`, givenInputSchema);
}
