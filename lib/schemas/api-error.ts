import { z } from "zod";
import { problemSchema } from "./problem";

/** What every route answers with when the status is 4xx or 5xx. `message` is a sentence to show as it is. */
export const apiErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  problems: z.array(problemSchema).optional(),
});

export type ApiError = z.infer<typeof apiErrorSchema>;
