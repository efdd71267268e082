import { z } from "zod";
import { runStatusSchema } from "./run";

const beforeAndAfter = <T extends z.ZodType>(figure: T) => z.object({ asProposed: figure, repaired: figure });

/** Of later versions those that deploy or fail, and those that deploy. */
const versionTallySchema = z.object({ versions: z.int(), survived: z.int() });

const evidenceSchema = z.enum(["measured", "imported", "recorded", "simulated"]);

/** The figures of one candidate, as kept in columns for lists and trends. */
export const candidateFiguresSchema = z.object({
  approach: z.enum(["access-analyzer", "llm", "boundary", "administrator", "registry", "current", "candidate"]),
  name: z.string(),
  evidence: evidenceSchema,
  /** `null` while the candidate is not scored yet, or when the approach had nothing to propose. */
  scores: z
    .object({
      converges: z.boolean(),
      rounds: z.int(),
      minutes: z.number().nullable(),
      /** `null`, as the excess, where a role is too large to count what it grants. */
      granted: beforeAndAfter(z.int().nullable()),
      needed: z.int(),
      missing: z.int(),
      excess: beforeAndAfter(z.int().nullable()),
      /** Shares, 0 to 1; `null` when no change applies. */
      resilience: beforeAndAfter(z.number().nullable()),
      /** The team's next versions and the deployments of its histories; `null` where none was given and tried to the end. */
      nextVersions: beforeAndAfter(versionTallySchema.nullable()),
      history: beforeAndAfter(versionTallySchema.nullable()),
      /** `null` where not all paths could be looked for. */
      exposurePaths: z.int().nullable(),
    })
    .nullable(),
  /** What the team's own deployments took; `null` where it has recorded none. */
  spent: z
    .object({
      /** Number of the first attempt that went through; `null` while none has. */
      worksAt: z.int().nullable(),
      /** Failed attempts before it, or so far. */
      rounds: z.int(),
      /** `null` while none has gone through; a lower bound where attempts are `untimed`. */
      minutes: z.number().nullable(),
      untimed: z.int(),
      /** How each of these attempts is known. */
      attempts: z.array(evidenceSchema),
      parts: z.array(z.object({ part: z.string(), minutes: z.number(), evidence: evidenceSchema })),
    })
    .nullable(),
});

export const runSummarySchema = z.object({
  id: z.uuid(),
  stackName: z.string(),
  region: z.string(),
  account: z.string(),
  fileName: z.string().nullable(),
  templateVersion: z.string(),
  status: runStatusSchema,
  createdAt: z.iso.datetime(),
  candidates: z.array(candidateFiguresSchema),
});

/** GET /api/runs?query=&cursor=&limit= ; newest first. `query` looks in stack name, file name, region, account and template text. */
export const runListQuerySchema = z.object({
  query: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text.replaceAll("\0", ""))
    .default(""),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const runListSchema = z.object({
  runs: z.array(runSummarySchema),
  /** Give it back as `cursor` for the next page; `null` on the last one. */
  nextCursor: z.string().nullable(),
});

export type VersionTally = z.infer<typeof versionTallySchema>;
export type CandidateFigures = z.infer<typeof candidateFiguresSchema>;
export type RunSummary = z.infer<typeof runSummarySchema>;
export type RunListQuery = z.infer<typeof runListQuerySchema>;
export type RunList = z.infer<typeof runListSchema>;
