import { z } from "zod";
import { candidateFiguresSchema, type RunList, type RunListQuery } from "../../schemas/run-summary";
import type { Queries } from "../database";
import { ApiFault } from "../http/api-fault";
import type { TeamScope } from "../teams";
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
  return {
    runs: page.map(({ template, candidates, createdAt, ...run }) => ({
      ...run,
      templateVersion: shortVersion(template.sha256),
      createdAt: createdAt.toISOString(),
      candidates: candidates.map(({ name, score, ...candidate }) => ({
        ...candidateNames.parse(candidate),
        name,
        scores: score && toFigures(score),
      })),
    })),
    nextCursor: last && rows.length > query.limit ? writeCursor(last) : null,
  };
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
