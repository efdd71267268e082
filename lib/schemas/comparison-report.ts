import { z } from "zod";
import type { ComparisonReport } from "../domain/comparison-report";

/** Our own output, stored as JSON: the outline is checked, the shape is the domain's type. */
export const comparisonReportSchema = z.custom<ComparisonReport>(
  (value) =>
    z.looseObject({ target: z.looseObject({}), candidates: z.array(z.looseObject({})) }).safeParse(value).success,
  "This is not a comparison report.",
);
