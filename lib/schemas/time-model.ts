import { z } from "zod";
import { timeConstantIds } from "../domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "../domain/scoring/time-model";

/** Minutes by constant id, as a team sets them; what is left out keeps its documented figure. */
export const ownTimesSchema = z.partialRecord(
  z.enum(timeConstantIds),
  z.number().min(0, "Minutes cannot be negative.").max(1440, "A day has 1440 minutes; give fewer."),
  `Give minutes for some of these constants, and for nothing else: ${timeConstantIds.join(", ")}.`,
) satisfies z.ZodType<OwnTimes>;

/** A constant of the time model as documented: what it is, its figure, and what is published on it. */
export const timeConstantSchema = z.object({
  id: z.enum(timeConstantIds),
  minutes: z.number(),
  how: z.string(),
  reason: z.string(),
  basis: z.enum(["published", "derived", "assumed"]),
  sources: z.array(z.object({ figure: z.string(), address: z.url(), dated: z.string().nullable() })),
});

export type TimeConstantRow = z.infer<typeof timeConstantSchema>;

export const timeConstantGroupSchema = z.object({ title: z.string(), constants: z.array(timeConstantSchema) });
export type TimeConstantRows = z.infer<typeof timeConstantGroupSchema>;

/** GET /api/time-constants: the documented table, and the team's own figures. */
export const timeConstantsSchema = z.object({ groups: z.array(timeConstantGroupSchema), teamTimes: ownTimesSchema });

/** PUT /api/time-constants: the team's own figures, all of them; a constant left out goes back to its documented one. */
export const teamTimesRequestSchema = z.object({ teamTimes: ownTimesSchema });

/**
 * PUT /api/runs/:id/time-model: the run's own figures, all of them. `takeTeamTimes` also replaces the team's figures that the
 * run has kept since it was made by those of now. The minutes of every candidate are computed again.
 */
export const runTimesRequestSchema = z.object({
  timeModel: ownTimesSchema,
  takeTeamTimes: z.boolean().default(false),
});

export type RunTimesRequest = z.input<typeof runTimesRequestSchema>;

/** What both PUTs answer: the figures as they are stored now. */
export const storedTimesSchema = z.object({ teamTimes: ownTimesSchema, timeModel: ownTimesSchema.optional() });
