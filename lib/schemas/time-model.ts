import { z } from "zod";
import { type OwnTimes, timeConstantIds } from "../domain/scoring/time-model";

/** Minutes by constant id, as a team sets them; what is left out keeps its documented figure. */
export const ownTimesSchema = z.partialRecord(
  z.enum(timeConstantIds, { error: `There is no such constant; there are ${timeConstantIds.join(", ")}.` }),
  z.number().min(0, "Minutes cannot be negative.").max(1440, "A day has 1440 minutes; give fewer."),
) satisfies z.ZodType<OwnTimes>;
