import { z } from "zod";
import { timeConstantIds } from "../domain/scoring/time-constants/time-constant";
import type { OwnTimes } from "../domain/scoring/time-model";

/** Minutes by constant id, as a team sets them; what is left out keeps its documented figure. */
export const ownTimesSchema = z.partialRecord(
  z.enum(timeConstantIds),
  z.number().min(0, "Minutes cannot be negative.").max(1440, "A day has 1440 minutes; give fewer."),
  `Give minutes for some of these constants, and for nothing else: ${timeConstantIds.join(", ")}.`,
) satisfies z.ZodType<OwnTimes>;
