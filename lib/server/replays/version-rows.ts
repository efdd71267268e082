import type { TemplateVersion } from "../../domain/comparison-input";
import type { VersionOutcome } from "../../domain/replay";
import { Prisma } from "../../generated/prisma/client";
import type { ReplayVersion, TriedVersion } from "../../schemas/replay";
import type { Queries } from "../database";
import { hashTemplate, storeTemplates } from "../runs/template-rows";
import { storedObject, toStored } from "../stored-json";
import type { TeamScope } from "../teams";
import {
  deleteVersionVerdicts,
  findDetailedVerdicts,
  insertVersionVerdicts,
  keyOfVerdict,
  outlineOf,
  type VersionDetail,
} from "./version-verdict-rows";

/** A version of a template as it was given. */
export interface GivenVersion extends TemplateVersion {
  readonly committedAt: Date | null;
  readonly subject: string | null;
}

const storedOutcome = storedObject<Omit<TriedVersion, "diff" | "verdicts">>();

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

/** The next versions that a run was given, in their order; the same text under the same name once. */
export async function findNextVersions(
  queries: Queries,
  { teamId }: TeamScope,
  runId: string,
): Promise<readonly TemplateVersion[]> {
  const rows = await queries.replayVersion.findMany({
    where: { replay: { runId, kind: "next", run: { teamId } } },
    orderBy: [{ replay: { createdAt: "asc" } }, { replayId: "asc" }, { position: "asc" }],
    select: { name: true, template: { select: { id: true, text: true } } },
  });
  const distinct = new Map(rows.map((row) => [`${row.template.id} ${row.name}`, row]));
  return [...distinct.values()].map(({ name, template }) => ({ name, templateText: template.text }));
}

/** The versions of one replay for another, untried. */
export async function copyVersions(queries: Queries, fromReplayId: string, toReplayId: string): Promise<void> {
  const rows = await queries.replayVersion.findMany({
    where: { replayId: fromReplayId },
    select: { position: true, name: true, committedAt: true, subject: true, templateId: true },
  });
  await queries.replayVersion.createMany({ data: rows.map((row) => ({ ...row, replayId: toReplayId })) });
}

/** Takes away what an earlier, interrupted attempt has left. */
export async function clearOutcomes(queries: Queries, replayId: string): Promise<void> {
  await deleteVersionVerdicts(queries, replayId);
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
  await insertVersionVerdicts(queries, replayId, position, verdicts);
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
  const details = await findDetailedVerdicts(queries, { teamId }, runId, detail);
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
        verdicts: verdicts.map((verdict) => details.get(keyOfVerdict(verdict)) ?? outlineOf(verdict)),
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

function keyOf({ replayId, position }: { replayId: string; position: number }): string {
  return [replayId, position].join(" ");
}
