import { z } from "zod";
import { partialDeploySettingsSchema } from "./deploy-settings";
import { accountSchema, regionSchema, stackNameSchema } from "./deploy-target";
import { nextVersionsSchema } from "./replay";
import { ownTimesSchema } from "./time-model";

/** POST /api/runs answers 201 {@link createdRunSchema}, or 422 with an ApiError whose problems name field or line. */
export const newRunSchema = z.object({
  templateText: z.string().min(1, "There is no template; drop one, paste one or pick a sample."),
  fileName: z.string().max(255).nullish(),
  stackName: stackNameSchema,
  region: regionSchema,
  /** Left out: the example account 123456789012. */
  account: accountSchema.nullish(),
  /** Parameters without a value here take their default; without default, a plausible value and a warning. */
  parameters: z.record(z.string(), z.string()).default({}),
  settings: partialDeploySettingsSchema.default({}),
  /** The team's own policy as pasted: a policy document, or a candidate's JSON. Becomes the `current` reference. */
  currentPolicy: z.string().nullish(),
  /** A model's answer as pasted, with a policy somewhere in it. */
  llmReply: z.string().nullish(),
  /** Local path as written in the template → template text. */
  nestedTemplates: z.record(z.string(), z.string()).default({}),
  /** Own figures of this run for constants of the time model; they come before the team's. */
  timeModel: ownTimesSchema.default({}),
  /** Later versions of the template, tried with every candidate when the run is done. */
  nextVersions: nextVersionsSchema.default([]),
  /** Histories that earlier runs were given, by id: replayed with this run's roles too. */
  histories: z.array(z.uuid()).max(20, "At most 20 histories at a time.").default([]),
});

export const createdRunSchema = z.object({ id: z.uuid() });

/** What a client sends. */
export type NewRunRequest = z.input<typeof newRunSchema>;
/** The same with the defaults filled in. */
export type NewRun = z.infer<typeof newRunSchema>;
export type CreatedRun = z.infer<typeof createdRunSchema>;
