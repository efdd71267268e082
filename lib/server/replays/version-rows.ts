import { z } from "zod";
import type { StepVerdict } from "../../domain/changes/replay-history";
import type { TemplateVersion } from "../../domain/comparison-input";
import type { VersionOutcome } from "../../domain/replay";
import { Prisma } from "../../generated/prisma/client";
import type { ReplayVersion, TriedVersion } from "../../schemas/replay";
import type { Queries } from "../database";
import { hashTemplate, storeTemplates } from "../runs/template-rows";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";

/** A version of a template as it was given. */
export interface GivenVersion extends TemplateVersion {
  readonly committedAt: Date | null;
  readonly subject: string | null;
}

/** One version of one candidate. */
export interface VersionOfCandidate {
  readonly candidate: string;
  readonly replay: string;
  /** Its position. */
  readonly version: number;
}

/** Which verdicts come with their denials and fixes: all, or the one that is looked at, or none. */
export type VersionDetail = "all" | VersionOfCandidate | null;

const storedOutcome = storedObject<Omit<TriedVersion, "diff" | "verdicts">>();
const verdictName = z.enum(["deploys", "fails", "rejected", "not-modelled"]);
const storedVerdicts = storedObject<{ readonly asProposed: StepVerdict; readonly repaired: StepVerdict }>();

export async function insertVersions(
  queries: Queries,
  team: TeamScope,
  replayId: string,
  versions: readonly GivenVersion[],
): Promise<void> {
  const templates = await storeTemplates(
    queries,
    team,
    versions.map(({ templateText }) => templateText),
  );
  await queries.replayVersion.createMany({
    data: versions.map(({ name, committedAt, subject, templateText }, index) => {
      const templateId = templates.get(hashTemplate(templateText));
      if (templateId === undefined) throw new Error("A template that was just stored is not there.");
      return { replayId, position: index + 1, name, committedAt, subject, templateId };
    }),
  });
}

export async function findVersionTexts(
  queries: Queries,
  { teamId }: TeamScope,
  replayId: string,
): Promise<readonly TemplateVersion[]> {
  const rows = await queries.replayVersion.findMany({
    where: { replayId, replay: { run: { teamId } } },
    orderBy: { position: "asc" },
    select: { name: true, template: { select: { text: true } } },
  });
  return rows.map(({ name, template }) => ({ name, templateText: template.text }));
}

/** Takes away what an earlier, interrupted attempt has left. */
export async function clearOutcomes(queries: Queries, replayId: string): Promise<void> {
  await queries.replayVerdict.deleteMany({ where: { replayId } });
  await queries.replayVersion.updateMany({ where: { replayId }, data: { diff: null, outcome: Prisma.DbNull } });
}

export async function insertOutcome(
  queries: Queries,
  replayId: string,
  position: number,
  { name: _, diff, verdicts, ...outcome }: VersionOutcome,
): Promise<void> {
  await queries.replayVersion.update({
    where: { replayId_position: { replayId, position } },
    data: { diff, outcome: toStored(outcome) },
  });
  await queries.replayVerdict.createMany({
    data: verdicts.map(({ candidate, asProposed, repaired }, ordinal) => ({
      replayId,
      position,
      candidate,
      ordinal,
      asProposed: asProposed.verdict,
      repaired: repaired.verdict,
      detail: toStored({ asProposed, repaired }),
    })),
  });
}

/** How many versions of each replay came out in which way with each candidate. */
export async function countVerdicts(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<readonly VerdictCount[]> {
  const groups = await queries.replayVerdict.groupBy({
    by: ["replayId", "candidate", "ordinal", "asProposed", "repaired"],
    where: { version: { replay: { runId, run: { teamId } } } },
    orderBy: { ordinal: "asc" },
    _count: { position: true },
  });
  return groups.map(({ replayId, candidate, asProposed, repaired, _count }) => ({
    replayId,
    candidate,
    asProposed: verdictName.parse(asProposed),
    repaired: verdictName.parse(repaired),
    versions: _count.position,
  }));
}

export interface VerdictCount {
  readonly replayId: string;
  readonly candidate: string;
  readonly asProposed: StepVerdict["verdict"];
  readonly repaired: StepVerdict["verdict"];
  readonly versions: number;
}

/** Versions by their replay's id, in their order. */
export async function findVersions(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
  runTemplateId: string,
  detail: VersionDetail,
): Promise<ReadonlyMap<string, readonly ReplayVersion[]>> {
  const ofRun = { replay: { runId, run: { teamId } } };
  const rows = await queries.replayVersion.findMany({
    where: ofRun,
    orderBy: { position: "asc" },
    omit: { diff: true },
    include: { verdicts: { orderBy: { ordinal: "asc" }, omit: { detail: true } } },
  });
  const diffs = await findDiffs(queries, ofRun, detail);
  const details = await findDetails(queries, ofRun, detail);
  const byReplay = new Map<string, ReplayVersion[]>();
  for (const row of rows) {
    const { replayId, position, name, committedAt, subject, templateId, verdicts } = row;
    const outcome = row.outcome === null ? null : storedOutcome.parse(row.outcome);
    const versions = byReplay.get(replayId) ?? [];
    versions.push({
      position,
      name,
      committedAt: committedAt?.toISOString() ?? null,
      subject,
      isRunTemplate: templateId === runTemplateId,
      outcome: outcome && {
        ...outcome,
        diff: diffs.get(keyOf(row)) ?? null,
        verdicts: verdicts.map((verdict) => details.get(keyOf(verdict)) ?? outlineOf(verdict)),
      },
    });
    byReplay.set(replayId, versions);
  }
  return byReplay;
}

interface OfRun {
  readonly replay: { readonly runId: string; readonly run: TeamScope };
}

/** Those of next versions, which are few, and that of the version that is looked at. */
async function findDiffs(queries: Queries, ofRun: OfRun, detail: VersionDetail): Promise<ReadonlyMap<string, string>> {
  const opened = detail === null || detail === "all" ? [] : [{ replayId: detail.replay, position: detail.version }];
  const which = detail === "all" ? {} : { OR: [{ replay: { kind: "next" as const } }, ...opened] };
  const rows = await queries.replayVersion.findMany({
    where: { AND: [ofRun, which, { diff: { not: null } }] },
    select: { replayId: true, position: true, diff: true },
  });
  return new Map(rows.map((row) => [keyOf(row), row.diff ?? ""]));
}

async function findDetails(
  queries: Queries,
  ofRun: OfRun,
  detail: VersionDetail,
): Promise<ReadonlyMap<string, VersionVerdicts>> {
  if (detail === null) return new Map();
  const { candidate, replay, version } = detail === "all" ? {} : detail;
  const rows = await queries.replayVerdict.findMany({
    where: { version: ofRun, candidate, replayId: replay, position: version },
  });
  return new Map(
    rows.map((row) => [keyOf(row), { candidate: row.candidate, ...storedVerdicts.parse(row.detail) }] as const),
  );
}

type VersionVerdicts = TriedVersion["verdicts"][number];

function outlineOf(row: { candidate: string; asProposed: string; repaired: string }): VersionVerdicts {
  const outline = (name: string): StepVerdict => ({ verdict: verdictName.parse(name), denials: [], fix: null });
  return { candidate: row.candidate, asProposed: outline(row.asProposed), repaired: outline(row.repaired) };
}

function keyOf({ replayId, position, candidate }: { replayId: string; position: number; candidate?: string }): string {
  return [replayId, position, candidate].join(" ");
}
