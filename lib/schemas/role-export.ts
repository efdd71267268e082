import { z } from "zod";

/**
 * GET /api/runs/:id/role and GET /api/share/:token/role: a candidate's role as a file. `json` is the shape that the command
 * line takes as a candidate; `cloudformation` a template that makes the role.
 */
export const roleExportQuerySchema = z.object({
  candidate: z.string().min(1, "Which candidate? Give its name with ?candidate=."),
  state: z.enum(["proposed", "working"]).default("working"),
  format: z.enum(["cloudformation", "json"]).default("cloudformation"),
});
export type RoleExportQuery = z.infer<typeof roleExportQuerySchema>;
