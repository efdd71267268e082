import type { AttemptLog } from "../../domain/trial/real-attempts/attempt-log";
import { countFixes, countHeldFixes } from "../../domain/trial/real-attempts/deployed-policies";
import { type CreatedRealAttempt, type NewRealAttempt, phasesByOutcome } from "../../schemas/real-attempt";
import type { Database } from "../database";
import { ApiFault, notFound, refused } from "../http/api-fault";
import { findCandidateNames } from "../runs/candidate-rows";
import { findRunStatus } from "../runs/run-rows";
import { findTrialAttempts } from "../runs/trial-rows";
import type { TeamScope } from "../teams";
import type { LogReader } from "./log-reader";
import { insertRealAttempt, type NewRealAttemptRow } from "./real-attempt-rows";

interface RecordingDependencies {
  readonly database: Database;
  readonly logReader: Pick<LogReader, "read">;
}

/** Stores what a team tells of a deployment. What they give stands above what is read in the log. */
export async function recordRealAttempt(
  { database, logReader }: RecordingDependencies,
  team: TeamScope,
  runId: string,
  given: NewRealAttempt,
): Promise<CreatedRealAttempt> {
  const run = await findRunStatus(database, team, runId);
  if (!run) throw notFound("run");
  if (run.status !== "done") {
    throw new ApiFault(409, { code: "not-done", message: "An attempt can be recorded when the run is done." });
  }
  await requireCandidate(database, team, runId, given.candidate);
  await requirePolicies(database, team, runId, given);
  const reading = given.log ? await inspectLog(logReader, given.log) : null;
  const attempt = completeAttempt(given, reading);
  const id = await insertRealAttempt(database, team, runId, attempt);
  const { policies, outcome, phase, minutes } = attempt;
  return { id, policies, outcome, phase, minutes, refusals: reading?.refusals.length ?? 0 };
}

async function requireCandidate(database: Database, team: TeamScope, runId: string, candidate: string): Promise<void> {
  const names = await findCandidateNames(database, team, runId);
  if (names.includes(candidate)) return;
  throw refusal("candidate", `This run tried no candidate of this name; it has ${names.join(", ")}.`);
}

async function requirePolicies(
  database: Database,
  team: TeamScope,
  runId: string,
  { candidate, policies }: NewRealAttempt,
): Promise<void> {
  if (!policies) return;
  const fixes = countFixes(await findTrialAttempts(database, team, runId, candidate));
  if (countHeldFixes(policies, fixes) <= fixes) return;
  const made = fixes === 0 ? "no fix" : `${fixes} ${fixes === 1 ? "fix" : "fixes"}`;
  const between = fixes === 0 ? "" : `, after-fix-1${fixes === 1 ? "" : ` to after-fix-${fixes}`}`;
  throw refusal("policies", `The trial of this candidate made ${made}; give as-proposed${between} or repaired.`);
}

/** What is read in a log; a 422 for one that takes too long. */
export async function inspectLog(logReader: Pick<LogReader, "read">, text: string): Promise<AttemptLog> {
  const reading = await logReader.read(text);
  if (reading) return reading;
  throw refusal("log", "The log could not be read in reasonable time; give the part from the deployment on.");
}

function completeAttempt(given: NewRealAttempt, reading: AttemptLog | null): NewRealAttemptRow {
  const ending = reading?.ending ?? null;
  const outcome = given.outcome ?? ending?.outcome;
  if (!outcome) {
    const why = given.log ? "The log does not say how the attempt ended" : "There is no log that says how it ended";
    throw refusal("outcome", `${why}; give the outcome: complete, rolled-back, stuck or not-started.`);
  }
  const told = ending?.phase && phasesByOutcome[outcome].includes(ending.phase) ? ending.phase : null;
  const startedAt = given.startedAt ?? reading?.times?.from ?? null;
  return {
    candidate: given.candidate,
    policies: given.policies ?? null,
    origin: given.origin,
    outcome,
    phase: given.phase ?? told,
    minutes: given.minutes ?? minutesBetween(given) ?? reading?.times?.minutes ?? null,
    startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
    note: given.note || null,
    logText: given.log || null,
    reading,
  };
}

function minutesBetween({ startedAt, finishedAt }: NewRealAttempt): number | null {
  if (!startedAt || !finishedAt) return null;
  return Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 6_000) / 10;
}

function refusal(field: string, message: string): ApiFault {
  const problem = { code: "invalid-field", severity: "error" as const, message, field };
  return refused("The attempt was not recorded; see what is missing.", [problem]);
}
