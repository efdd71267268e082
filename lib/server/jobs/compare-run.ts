import type { ComparisonInput } from "../../domain/comparison-input";
import type { Staged } from "../../domain/problem";
import type { ApiError } from "../../schemas/api-error";
import type { RunInput } from "../../schemas/run";
import type { Database } from "../database";
import { findRunInput } from "../runs/find-run";
import type { LeasedRun } from "../runs/run-rows";
import type { ReportOutline, RunStep } from "../runs/run-step";
import { failRun, finishRun, LeaseLost, startRun, storeProgress } from "../runs/store-progress";
import type { TeamScope } from "../teams";
import { gatherMaterial, type Sources } from "./gather-material";

/** The comparison, step by step: on this thread, or on another. */
export type CompareInStages = (input: ComparisonInput) => Steps;
type Steps = SomeGenerator<RunStep, Staged<ReportOutline | null>>;
type SomeGenerator<Step, End> = Generator<Step, End> | AsyncGenerator<Step, End>;

export interface CompareRunDependencies {
  readonly database: Database;
  readonly compareInStages: CompareInStages;
  readonly sources: Sources;
}

/**
 * The job of a run: gather what the world has to say, compare, store each result as it comes. May be called again for the
 * same run at any time: it starts over, and an earlier call that still goes on can store nothing any more. Throws what
 * another try may mend, such as a lost connection; a fault of the comparison itself fails the run.
 */
export async function compareRun(
  { database, compareInStages, sources }: CompareRunDependencies,
  team: TeamScope,
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  const run = await startRun(database, team, runId);
  const input = run && (await findRunInput(database, team, runId));
  if (!input) return;
  const comparisonInput = toComparisonInput(input, await gatherMaterial(input, sources, signal));
  try {
    await storeAll(database, run, tellFaultsApart(compareInStages(comparisonInput)), signal);
  } catch (fault) {
    if (fault instanceof LeaseLost) return;
    if (!(fault instanceof ComparisonFault)) throw fault;
    console.error(`Run ${runId}:`, fault.cause);
    await failRun(database, run, internalFault);
  }
}

async function storeAll(database: Database, run: LeasedRun, steps: Steps, signal: AbortSignal): Promise<void> {
  let step = await steps.next();
  for (let sequence = 1; !step.done; sequence++) {
    await storeProgress(database, run, sequence, step.value);
    signal.throwIfAborted();
    step = await steps.next();
  }
  const { value: outline, problems } = step.value;
  if (outline) await finishRun(database, run, outline);
  else await failRun(database, run, rejectedTemplate(problems));
}

class ComparisonFault extends Error {}

/** The same steps, with what the comparison throws told apart from what storing throws. */
async function* tellFaultsApart(steps: Steps): AsyncGenerator<RunStep, Staged<ReportOutline | null>> {
  try {
    return yield* steps;
  } catch (cause) {
    throw new ComparisonFault("The comparison failed.", { cause });
  }
}

function toComparisonInput(input: RunInput, material: ComparisonInput["material"]): ComparisonInput {
  const { templateText, stackName, region, account, parameters, settings, nestedTemplates, timeModel, teamTimes } =
    input;
  return {
    templateText,
    stackName,
    region,
    account,
    parameters,
    settings,
    nestedTemplates,
    material,
    timeModel,
    teamTimes,
  };
}

function rejectedTemplate(problems: Staged<null>["problems"]): ApiError {
  const first = problems.find(({ severity }) => severity === "error");
  return {
    code: "template-rejected",
    message: first?.message ?? "CloudFormation would refuse this template.",
    problems: [...problems],
  };
}

const internalFault: ApiError = {
  code: "internal",
  message:
    "The comparison met a fault of ours, which was logged. Your template and settings are kept with this run; run it again after an update.",
};
