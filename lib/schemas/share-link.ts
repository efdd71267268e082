import { z } from "zod";
import { runSchema } from "./run";

/** POST /api/runs/:id/share-links; the body may be empty. */
export const newShareLinkSchema = z.object({
  /** Whether the link also shows the team's own policy (the `current` column and the pasted text). */
  includeCurrentPolicy: z.boolean().default(false),
});

/** 201; the address is shown once, since only the hash of its token is stored. */
export const createdShareLinkSchema = z.object({ id: z.uuid(), url: z.url() });

/** GET /api/runs/:id/share-links: the links that are not revoked, newest first, without their tokens. */
export const shareLinkSchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  includeCurrentPolicy: z.boolean(),
});
export const shareLinkListSchema = z.object({ shareLinks: z.array(shareLinkSchema) });

/**
 * What a share shows: the run with its template and report, read-only, with four things withheld.
 * - Every twelve-digit account id, wherever it stands: the run's own becomes 123456789012, others 111111111111 and so on.
 * - The values of NoEcho parameters, as four asterisks in the run's input and target.
 * - The team's own policy, what was found wrong with it, and the pasted model reply's text, unless the link was made with `includeCurrentPolicy`
 *   (the reply's text is never shown; the policy in it is the LLM column).
 *
 * Later versions and histories that were given to the run are shown with it, commit subjects included.
 * - Of real attempts: logs, notes, and what the logs call resources and principals. Figures, actions and logical ids stay.
 */
export const sharedRunSchema = z.object({
  run: runSchema,
  sharedAt: z.iso.datetime(),
  includesCurrentPolicy: z.boolean(),
});

export type NewShareLink = z.infer<typeof newShareLinkSchema>;
export type CreatedShareLink = z.infer<typeof createdShareLinkSchema>;
export type ShareLink = z.infer<typeof shareLinkSchema>;
export type SharedRun = z.infer<typeof sharedRunSchema>;
