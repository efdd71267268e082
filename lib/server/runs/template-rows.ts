import { createHash, randomUUID } from "node:crypto";
import type { Queries } from "../database";
import type { TeamScope } from "../teams";

/** Hexadecimal sha256 of the text in UTF-8. */
export function hashTemplate(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The id of the team's template with this text, stored now if it is new. */
export async function storeTemplate(queries: Queries, { teamId }: TeamScope, text: string): Promise<string> {
  const sha256 = hashTemplate(text);
  const { id } = await queries.template.upsert({
    where: { teamId_sha256: { teamId, sha256 } },
    create: { id: randomUUID(), teamId, sha256, text },
    update: {},
    select: { id: true },
  });
  return id;
}

/** The ids of the team's templates with these texts, by their hash; those that are new are stored now. */
export async function storeTemplates(
  queries: Queries,
  { teamId }: TeamScope,
  texts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const bySha256 = new Map(texts.map((text) => [hashTemplate(text), text]));
  await queries.template.createMany({
    data: [...bySha256].map(([sha256, text]) => ({ id: randomUUID(), teamId, sha256, text })),
    skipDuplicates: true,
  });
  const rows = await queries.template.findMany({
    where: { teamId, sha256: { in: [...bySha256.keys()] } },
    select: { id: true, sha256: true },
  });
  return new Map(rows.map(({ id, sha256 }) => [sha256, id]));
}
