import { z } from "zod";
import { runStatusSchema, stageStateSchema } from "./run";

/**
 * GET /api/runs/:id/events, server-sent events. `progress` comes on connecting (and reconnecting) with the full state, then
 * whenever a stage result is stored; `done` or `failed` is the last one, after which the client closes. The data of all
 * three is this state; the report itself is fetched anew from GET /api/runs/:id. Comment lines keep the connection alive.
 */
export const runEventNames = ["progress", "done", "failed"] as const;

export const runEventSchema = z.object({
  id: z.uuid(),
  status: runStatusSchema,
  stages: z.array(stageStateSchema),
});

export type RunEventName = (typeof runEventNames)[number];
export type RunEvent = z.infer<typeof runEventSchema>;
