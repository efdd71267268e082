import { z } from "zod";

/** What `tightrope history --export FILE` writes: a template's versions, oldest first, and nothing else of the repository. */
export const exportedHistorySchema = z.object({
  format: z.literal("tightrope-history-1"),
  /** From the repository's root. */
  template: z.string().max(1000),
  versions: z.array(
    z.object({
      commit: z.string().min(1).max(64),
      date: z.iso.datetime({ offset: true }),
      subject: z.string(),
      text: z.string(),
    }),
  ),
});

export type ExportedHistory = z.infer<typeof exportedHistorySchema>;
