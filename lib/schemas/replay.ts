import { z } from "zod";
import type { ReplayKind, VersionOutcome } from "../domain/replay";
import type { VersionShare } from "../domain/scoring/scores";
import { apiErrorSchema } from "./api-error";

export const maxNextVersions = 20;

/** One later version of a template, as given. */
const versionSchema = z.object({
  name: z.string().trim().min(1, "A version needs a name, such as its file's.").max(255),
  templateText: z.string().refine((text) => text.trim() !== "", "This version is empty; give the file of a template."),
});

export const nextVersionsSchema = z
  .array(versionSchema)
  .max(maxNextVersions, `At most ${maxNextVersions} later versions at a time; a longer row of them is a history.`);

/** POST /api/runs/:id/next-versions: 201 {@link createdReplaySchema}; the verdicts come with the run. */
export const newNextVersionsSchema = z.object({
  versions: nextVersionsSchema.min(1, "There is no later version; give at least one template."),
});

export const createdReplaySchema = z.object({ id: z.uuid() });

/**
 * POST /api/runs/:id/history?fileName=…&template=…, the file as `application/octet-stream`. Without `template`, a file that
 * holds several answers 200 `{templates}`: ask which, and send it again.
 */
export const historyQuerySchema = z.object({
  fileName: z.string().max(255).default(""),
  template: z.string().min(1).max(1000).optional(),
});

export const uploadedHistorySchema = z.union([
  createdReplaySchema,
  z.object({ templates: z.array(z.string()).min(2) }),
]);

/** What became of a version. Denials, fixes and a history's differences are there only for the version that is asked for. */
export type TriedVersion = Omit<VersionOutcome, "name">;

const triedVersionSchema = z.custom<TriedVersion>(
  (value) => z.looseObject({ verdicts: z.array(z.looseObject({ candidate: z.string() })) }).safeParse(value).success,
  "This is not the outcome of a version.",
);

const versionShareSchema = z.object({
  versions: z.int(),
  survived: z.int(),
  share: z.number().nullable(),
  rejected: z.int(),
  notModelled: z.int(),
}) satisfies z.ZodType<VersionShare>;

/** Versions of a run's template, tried with the run's candidates. They are tried when the run is done. */
export const replaySchema = z.object({
  id: z.uuid(),
  kind: z.enum(["next", "history"]) satisfies z.ZodType<ReplayKind>,
  status: z.enum(["queued", "running", "done", "failed"]),
  /** The uploaded file, where the versions came in one. */
  fileName: z.string().nullable(),
  /** The template's path in the repository, where the versions came from one. */
  templatePath: z.string().nullable(),
  /** What was left out of the upload, as a sentence. */
  note: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  error: apiErrorSchema.nullable(),
  /** How each candidate fares with what was tried so far. */
  shares: z.array(z.object({ candidate: z.string(), asProposed: versionShareSchema, repaired: versionShareSchema })),
  /** A history's oldest first. */
  versions: z.array(
    z.object({
      /** 1-based. */
      position: z.int(),
      /** A file's name or a commit. */
      name: z.string(),
      committedAt: z.iso.datetime().nullable(),
      subject: z.string().nullable(),
      /** Whether its text is that of the run's template. */
      isRunTemplate: z.boolean(),
      /** `null` until it was tried. */
      outcome: triedVersionSchema.nullable(),
    }),
  ),
});

/** GET /api/runs/:id/replays: how far they are, for a page that follows them. */
export const replayStatesSchema = z.object({
  replays: z.array(
    replaySchema.pick({ id: true, kind: true, status: true }).extend({ tried: z.int(), versions: z.int() }),
  ),
});

export type CreatedReplay = z.infer<typeof createdReplaySchema>;
export type UploadedHistory = z.infer<typeof uploadedHistorySchema>;
export type Replay = z.infer<typeof replaySchema>;
export type ReplayVersion = Replay["versions"][number];
export type ReplayStates = z.infer<typeof replayStatesSchema>;
export type HistoryQuery = z.infer<typeof historyQuerySchema>;
export type NewNextVersions = z.infer<typeof newNextVersionsSchema>;
