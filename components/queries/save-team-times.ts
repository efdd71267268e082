import { useMutation } from "@tanstack/react-query";
import type { OwnTimes } from "@/lib/domain/scoring/time-model";
import { storedTimesSchema } from "@/lib/schemas/time-model";
import { requestJson } from "./request-json";

/** The team's own figures, all of them; those left out go back to the documented ones. */
export function saveTeamTimes(teamTimes: OwnTimes) {
  return requestJson("/api/time-constants", storedTimesSchema, { method: "PUT", body: { teamTimes } });
}

export function useSaveTeamTimes() {
  return useMutation({ mutationFn: saveTeamTimes });
}
