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
