import { z } from "zod";
import { runInputSchema } from "./run";

/** GET /api/runs/:id/input: all that a run was given, then or later, so that it can be run again with nothing lost. */
export const givenInputSchema = z.object({
  input: runInputSchema,
  /** Later versions of the template, each text under each name once. */
  nextVersions: z.array(z.object({ name: z.string(), templateText: z.string() })),
  /** What a new run takes over by its id. */
  histories: z.array(
    z.object({
      id: z.uuid(),
      /** The template's path in its repository, or the name of the uploaded file. */
      name: z.string(),
      versions: z.int(),
    }),
  ),
});

export type GivenInput = z.infer<typeof givenInputSchema>;
