import { z } from "zod";
import type { ComparisonReport } from "../../domain/comparison-report";
import { type CandidateReality, compareWithReality } from "../../domain/scoring/compare-with-reality";
import { timeModelWith } from "../../domain/scoring/time-model";
import { apiErrorSchema } from "../../schemas/api-error";
import { deploySettingsSchema } from "../../schemas/deploy-settings";
import type { Replay } from "../../schemas/replay";
import type { Run, RunInput } from "../../schemas/run";
import type { RunEvent } from "../../schemas/run-event";
import type { Queries } from "../database";
import { findRealAttempts } from "../real-attempts/real-attempt-rows";
import { findReplays } from "../replays/find-replays";
import { poolByKind } from "../replays/pool-by-kind";
import type { VersionOfCandidate } from "../replays/version-verdict-rows";
import { storedObject } from "../stored-json";
import type { TeamScope } from "../teams";
import { readStoredTimes } from "../time-model/stored-times";
import { countProposed, findCandidates } from "./candidate-rows";
import { findRunRow, findRunStatus, type RunRow } from "./run-rows";
import type { ReportOutline } from "./run-step";
import { findStages } from "./stage-rows";
import { describeStages } from "./stage-states";
import type { ChangeOfCandidate } from "./verdict-rows";

const storedOutline = storedObject<ReportOutline>();
const textsSchema = z.record(z.string(), z.string());

/** Which denials and fixes come with a run: all, those of the change or version that is looked at, or none. */
export type RunDetail = "all" | ChangeOfCandidate | VersionOfCandidate | null;

/**
 * The run as far as it stands; `null` when the team has none of this id. The denials and fixes of template changes are most
 * of a report; a page that shows none of them, or those of one change, asks for no more.
 */
export async function findRun(
  queries: Queries,
  team: TeamScope,
  id: string,
  detail: RunDetail = "all",
): Promise<Run | null> {
  const row = await findRunRow(queries, team, id);
  if (!row) return null;
  const state = await describeState(queries, team, row);
  const replays = await findReplays(queries, team, row, isOfChange(detail) ? null : detail);
  const outline = row.outline === null ? null : storedOutline.parse(row.outline);
  const report = outline && withVersions(await findReport(queries, team, row.id, outline, detail), replays);
  return {
    ...state,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    templateVersion: shortVersion(row.template.sha256),
    report,
    reality: report ? [...(await findReality(queries, team, row, report))] : [],
    replays,
    input: readInput(row),
    versions: textsSchema.parse(row.versions),
    error: row.error === null ? null : apiErrorSchema.parse(row.error),
  };
}

/** Status and stages only, as often as they change. */
export async function findRunState(queries: Queries, team: TeamScope, id: string): Promise<RunEvent | null> {
  const row = await findRunStatus(queries, team, id);
  return row && describeState(queries, team, row);
}

export async function findRunInput(queries: Queries, team: TeamScope, id: string): Promise<RunInput | null> {
  const row = await findRunRow(queries, team, id);
  return row && readInput(row);
}

export function shortVersion(sha256: string): string {
  return sha256.slice(0, 12);
}

async function describeState(
  queries: Queries,
  team: TeamScope,
  { id, status }: Pick<RunRow, "id" | "status">,
): Promise<RunEvent> {
  const [rows, proposed] = await Promise.all([findStages(queries, team, id), countProposed(queries, team, id)]);
  return { id, status, stages: describeStages(status, rows, proposed) };
}

async function findReport(
  queries: Queries,
  team: TeamScope,
  id: string,
  outline: ReportOutline,
  detail: RunDetail,
): Promise<ComparisonReport> {
  const ofChanges = detail === "all" || isOfChange(detail) ? detail : null;
  return { ...outline, candidates: await findCandidates(queries, team, id, ofChanges) };
}

/** The report with the shares of what the team gave beside the run's template in every candidate's resilience. */
function withVersions(report: ComparisonReport, replays: readonly Replay[]): ComparisonReport {
  const candidates = report.candidates.map((candidate) => {
    const { name, scores } = candidate;
    if (!scores) return candidate;
    const { asProposed, repaired } = poolByKind(replays, name);
    const resilience = {
      asProposed: { ...scores.resilience.asProposed, ...asProposed },
      repaired: { ...scores.resilience.repaired, ...repaired },
    };
    return { ...candidate, scores: { ...scores, resilience } };
  });
  return { ...report, candidates };
}

function isOfChange(detail: RunDetail): detail is ChangeOfCandidate {
  return typeof detail === "object" && detail !== null && "change" in detail;
}

async function findReality(
  queries: Queries,
  team: TeamScope,
  row: RunRow,
  report: ComparisonReport,
): Promise<readonly CandidateReality[]> {
  const attempts = await findRealAttempts(queries, team, row.id);
  if (attempts.length === 0) return [];
  const model = timeModelWith(readStoredTimes(row.timeModel), readStoredTimes(row.teamTimes));
  return compareWithReality(report.candidates, attempts, report.resources, model);
}

function readInput(row: RunRow): RunInput {
  const { fileName, stackName, region, account, accountGiven, currentPolicy, llmReply } = row;
  return {
    templateText: row.template.text,
    fileName,
    stackName,
    region,
    account,
    accountGiven,
    parameters: textsSchema.parse(row.parameters),
    settings: deploySettingsSchema.parse(row.settings),
    currentPolicy,
    llmReply,
    nestedTemplates: textsSchema.parse(row.nestedTemplates),
    timeModel: readStoredTimes(row.timeModel),
    teamTimes: readStoredTimes(row.teamTimes),
  };
}
