import { z } from "zod";
import type { ComparisonInput } from "../domain/comparison-input";
import type { Staged } from "../domain/problem";
import type { ReplayInput, VersionOutcome } from "../domain/replay";
import type { ReportOutline, RunStep } from "../server/runs/run-step";

/** What the worker tells its comparison process: begin a comparison or a replay of versions, or go on to the next step. */
export const orderSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), input: z.custom<ComparisonInput>() }),
  z.object({ kind: z.literal("replay"), input: z.custom<ReplayInput>() }),
  z.object({ kind: z.literal("next") }),
]);
export type Order = z.infer<typeof orderSchema>;

/** One answer to each order. */
export const answerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("step"), step: z.custom<RunStep>() }),
  z.object({ kind: z.literal("end"), result: z.custom<Staged<ReportOutline | null>>() }),
  z.object({ kind: z.literal("version"), outcome: z.custom<VersionOutcome>() }),
  z.object({ kind: z.literal("end-of-versions") }),
  z.object({ kind: z.literal("fault"), stack: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;
