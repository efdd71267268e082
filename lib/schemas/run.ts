import { z } from "zod";
import { apiErrorSchema } from "./api-error";
import { comparisonReportSchema } from "./comparison-report";
import { deploySettingsSchema } from "./deploy-settings";
import { candidateRealitySchema } from "./real-attempt";
import { replaySchema } from "./replay";
import { ownTimesSchema } from "./time-model";

export const runStatusSchema = z.enum(["queued", "running", "done", "failed"]);
export type RunStatus = z.infer<typeof runStatusSchema>;

export const stageNameSchema = z.enum(["expand", "derive", "propose", "trial", "changes", "score"]);
export type StageName = z.infer<typeof stageNameSchema>;

/** Every run has the six stages, in this order, from its first moment on. */
export const stageStateSchema = z.object({
  stage: stageNameSchema,
  status: z.enum(["waiting", "running", "done", "failed"]),
  /** One sentence with the stage's main figures: the latest one where it works candidate by candidate. */
  summary: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** For trial, changes and score: one entry for each candidate that is through. */
  candidates: z.array(z.object({ name: z.string(), summary: z.string(), finishedAt: z.iso.datetime() })),
});
export type StageState = z.infer<typeof stageStateSchema>;

/** What the run was given, complete enough to fill the start page again. */
export const runInputSchema = z.object({
  templateText: z.string(),
  fileName: z.string().nullable(),
  stackName: z.string(),
  region: z.string(),
  account: z.string(),
  /** False where the team gave none and the example account stands in. */
  accountGiven: z.boolean(),
  parameters: z.record(z.string(), z.string()),
  settings: deploySettingsSchema,
  currentPolicy: z.string().nullable(),
  llmReply: z.string().nullable(),
  nestedTemplates: z.record(z.string(), z.string()),
  /** Own figures of this run for constants of the time model, and its team's as they stood when it was made. */
  timeModel: ownTimesSchema,
  teamTimes: ownTimesSchema,
});
export type RunInput = z.infer<typeof runInputSchema>;

/**
 * What a hundred changes and versions meet is mostly the same, so that a report tells each of their denials and fixes once:
 * in the lists `denials` and `fixes` of the report, or of the replay, and the verdicts hold places in them, from 0. `full=1`
 * gives every verdict its denials and its fix themselves; a report is then several times as large.
 */
export const fullQuerySchema = z.object({ full: z.enum(["0", "1"], "full is 1 or 0.").default("0") });

/**
 * GET /api/runs/:id?detail=outline leaves out the denials and fixes of changes and versions, which are most of a report:
 * enough to see how far a run is, and its scores.
 */
export const runQuerySchema = fullQuerySchema.extend({ detail: z.enum(["all", "outline"]).default("all") });

/** A run with every denial and fix at its verdict: what pages read, and GET /api/runs/:id?full=1 gives. */
export const runSchema = z.object({
  id: z.uuid(),
  status: runStatusSchema,
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** First twelve hex digits of the template text's sha256: the same for the same text. */
  templateVersion: z.string(),
  stages: z.array(stageStateSchema),
  /** Partial while the run works: candidates without trial, changes and scores come first. */
  report: comparisonReportSchema.nullable(),
  /** One entry for each candidate that the team has really deployed. */
  reality: z.array(candidateRealitySchema),
  /** Further versions of the template, tried with this run's candidates. */
  replays: z.array(replaySchema),
  input: runInputSchema,
  /** Engine and data tables; `{}` until the first stage is stored. */
  versions: z.record(z.string(), z.string()),
  /** Set when failed; its problems point into the template. */
  error: apiErrorSchema.nullable(),
});
export type Run = z.infer<typeof runSchema>;
