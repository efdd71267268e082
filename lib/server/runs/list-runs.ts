import { z } from "zod";
import { addUpSpentTime } from "../../domain/scoring/actual-time";
import { type TimeModel, timeModelWith } from "../../domain/scoring/time-model";
import { evidenceOf, inOrder, type RealAttempt } from "../../domain/trial/real-attempts/real-attempt";
import {
  type CandidateFigures,
  candidateFiguresSchema,
  type RunList,
  type RunListQuery,
  type RunSummary,
} from "../../schemas/run-summary";
import type { Queries } from "../database";
import { ApiFault } from "../http/api-fault";
import { findRealAttemptsOfRuns } from "../real-attempts/real-attempt-rows";
import type { TeamScope } from "../teams";
import { readStoredTimes } from "../time-model/stored-times";
import { shortVersion } from "./find-run";
import { findRunPage, type RunPosition } from "./run-rows";
import { toFigures } from "./score-rows";

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const candidateNames = candidateFiguresSchema.pick({ approach: true, evidence: true });

/** A page of the team's runs, newest first; every word of the query stands somewhere in what the run is found by. */
export async function listRuns(queries: Queries, team: TeamScope, query: RunListQuery): Promise<RunList> {
  const terms = query.query.split(/\s+/).filter((term) => term !== "");
  const after = query.cursor ? readCursor(query.cursor) : null;
  const rows = await findRunPage(queries, team, { terms, after, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const attempts = await findRealAttemptsOfRuns(
    queries,
    team,
    page.map(({ id }) => id),
  );
  return {
    runs: page.map((row) => summarise(row, attempts.get(row.id) ?? [])),
    nextCursor: last && rows.length > query.limit ? writeCursor(last) : null,
  };
}

function summarise(row: Awaited<ReturnType<typeof findRunPage>>[number], attempts: readonly RealAttempt[]): RunSummary {
  const { template, candidates, createdAt, timeModel, teamTimes, ...run } = row;
  const model = timeModelWith(readStoredTimes(timeModel), readStoredTimes(teamTimes));
  return {
    ...run,
    templateVersion: shortVersion(template.sha256),
    createdAt: createdAt.toISOString(),
    candidates: candidates.map(({ name, score, ...words }) => {
      const candidate = { ...candidateNames.parse(words), name };
      return { ...candidate, scores: score && toFigures(score), spent: sumUp(candidate, attempts, model) };
    }),
  };
}

/** What the candidate's real attempts took, put in order and added up as on the run's page. */
function sumUp(
  { approach, name }: Pick<CandidateFigures, "approach" | "name">,
  attempts: readonly RealAttempt[],
  model: TimeModel,
): CandidateFigures["spent"] {
  const own = inOrder(attempts.filter(({ candidate }) => candidate === name));
  if (own.length === 0) return null;
  const { worksAt, rounds, minutes, untimed, parts } = addUpSpentTime(approach, own, model);
  const shown = parts.map(({ part, minutes, evidence }) => ({ part, minutes, evidence }));
  const counted = own.slice(0, worksAt ?? own.length).map(({ origin }) => evidenceOf(origin));
  return { worksAt, rounds, minutes, untimed, attempts: counted, parts: shown };
}

function writeCursor({ createdAt, id }: RunPosition): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");
}

function readCursor(cursor: string): RunPosition {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return { createdAt: new Date(createdAt), id };
  } catch {
    throw new ApiFault(400, {
      code: "bad-cursor",
      message: "This page of the history cannot be found; start at the first one.",
    });
  }
}
