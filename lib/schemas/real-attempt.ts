import { z } from "zod";
import type { CandidateReality } from "../domain/scoring/compare-with-reality";
import type { AttemptLog } from "../domain/trial/real-attempts/attempt-log";
import { type DeployedPolicies, isDeployedPolicies } from "../domain/trial/real-attempts/deployed-policies";
import { type RealPhase, realAttemptOrigins, realPhases } from "../domain/trial/real-attempts/real-attempt";
import type { AttemptOutcome } from "../domain/trial/trial";

const outcomes = ["complete", "rolled-back", "stuck", "not-started"] as const satisfies readonly AttemptOutcome[];

/** Where an attempt can have ended, by how it did. */
export const phasesByOutcome: Readonly<Record<AttemptOutcome, readonly RealPhase[]>> = {
  complete: ["create", "update", "delete"],
  "rolled-back": ["create", "update"],
  stuck: ["create", "update", "delete"],
  "not-started": ["package", "changeset"],
};

/** Characters of a log that are read and kept; a deployment's own output is far smaller. */
export const longestLog = 1_000_000;

const logTooLong = "The log is larger than 1 MB; give the part from the deployment on, or its end.";

const timeSchema = z.iso.datetime({ offset: true, error: "Give the time as in 2026-03-02T10:15:00Z." });

export const deployedPoliciesSchema = z.custom<DeployedPolicies>(
  isDeployedPolicies,
  "Policies are deployed as-proposed, repaired, or after some of the trial's fixes, as in after-fix-2.",
);

const attemptFields = {
  /** The candidate's name in the run, as in `boundary`. */
  candidate: z.string().min(1, "Name the candidate whose policies were deployed."),
  /** In which state they were: refusals are then laid beside those predicted for just that. Left out: not said. */
  policies: z.preprocess((text) => (text === "" ? null : text), deployedPoliciesSchema.nullish()),
  /** May be left out where the log says how it ended. */
  outcome: z.enum(outcomes, `An attempt ends in one of these: ${outcomes.join(", ")}.`).nullish(),
  /** Where it ended; when complete, what went through. Left out: as the log says. */
  phase: z.enum(realPhases, `Give one of these phases: ${realPhases.join(", ")}.`).nullish(),
  startedAt: timeSchema.nullish(),
  /** With `startedAt` in place of `minutes`. */
  finishedAt: timeSchema.nullish(),
};

const minutesSchema = z
  .number("Give the minutes as a number.")
  .min(0, "Minutes cannot be negative.")
  .max(1440, "An attempt of more than a day is more than one; give fewer than 1440 minutes.");

/** POST /api/runs/:id/attempts with a JSON body: 201 {@link createdRealAttemptSchema}, or 422 with what is missing. */
export const newRealAttemptSchema = z
  .object({
    ...attemptFields,
    /** Left out: as the times or the log say. */
    minutes: minutesSchema.nullish(),
    log: z.string().max(longestLog, logTooLong).nullish(),
    note: z.string().trim().max(1000, "A note has at most 1000 characters; shorten it.").nullish(),
    /** The page says which; a workflow need not. */
    origin: z.enum(realAttemptOrigins).default("workflow"),
  })
  .superRefine(checkTogether);

/** The same with a log as the body, of type text/plain, and the rest in the address: for the end of a workflow. */
export const newRealAttemptQuerySchema = z
  .object({
    ...attemptFields,
    minutes: z.preprocess((text) => (text === "" ? undefined : Number(text)), minutesSchema).optional(),
  })
  .superRefine(checkTogether);

interface GivenTogether {
  readonly outcome?: AttemptOutcome | null | undefined;
  readonly phase?: RealPhase | null | undefined;
  readonly startedAt?: string | null | undefined;
  readonly finishedAt?: string | null | undefined;
}

function checkTogether({ outcome, phase, startedAt, finishedAt }: GivenTogether, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (outcome && phase && !phasesByOutcome[outcome].includes(phase)) {
    refuse("phase", `An attempt that is ${outcome} ends in ${phasesByOutcome[outcome].join(", ")}; not in ${phase}.`);
  }
  if (finishedAt && !startedAt) refuse("startedAt", "Give the time at which the attempt began, too.");
  if (finishedAt && startedAt && Date.parse(finishedAt) < Date.parse(startedAt)) {
    refuse("finishedAt", "The attempt ends before it begins; check the two times.");
  }
}

export const createdRealAttemptSchema = z.object({
  id: z.uuid(),
  policies: deployedPoliciesSchema.nullable(),
  outcome: z.enum(outcomes),
  phase: z.enum(realPhases).nullable(),
  minutes: z.number().nullable(),
  /** How many were read in the log. */
  refusals: z.int(),
});

/** POST /api/attempt-logs/inspect: what the page shows of a log while it is being pasted. */
export const inspectLogRequestSchema = z.object({ log: z.string().max(longestLog, logTooLong) });

/** Our own output: the outline is checked, the shape is the domain's type. */
export const attemptLogSchema = z.custom<AttemptLog>(
  (value) => z.looseObject({ refusals: z.array(z.looseObject({})) }).safeParse(value).success,
  "This is not what is read in a log.",
);

export const candidateRealitySchema = z.custom<CandidateReality>(
  (value) =>
    z
      .looseObject({ candidate: z.string(), time: z.looseObject({}), attempts: z.array(z.looseObject({})) })
      .safeParse(value).success,
  "This is not a candidate's reality.",
);

/** GET /api/runs/:id/attempts: every candidate that was really deployed, its attempts beside what was foretold. */
export const realAttemptListSchema = z.object({ candidates: z.array(candidateRealitySchema) });

export type NewRealAttemptRequest = z.input<typeof newRealAttemptSchema>;
export type NewRealAttempt = z.infer<typeof newRealAttemptSchema>;
export type CreatedRealAttempt = z.infer<typeof createdRealAttemptSchema>;
export type RealAttemptList = z.infer<typeof realAttemptListSchema>;
