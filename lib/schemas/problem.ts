import { z } from "zod";
import type { Problem } from "../domain/problem";

/** A problem as the browser gets it: the domain's, and the input field that it belongs to where it is not the template. */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  logicalId: z.string().optional(),
  candidate: z.string().optional(),
  path: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  /** Dotted path in the request body: `stackName`, `parameters.Stage`, `currentPolicy`, `templateText`. */
  field: z.string().optional(),
}) satisfies z.ZodType<Problem>;

export type FieldProblem = z.infer<typeof problemSchema>;
