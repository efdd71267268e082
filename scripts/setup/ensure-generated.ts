import { doOnce } from "./do-once.mjs";
import { ensureDataTables } from "./ensure-data-tables.mjs";
import { hashFiles } from "./hash-files.mjs";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { runNode } from "./run-node";

/** Makes what `lib/generated` holds, where its inputs have changed: the data tables and the Prisma client. */
export async function ensureGenerated(): Promise<void> {
  await ensureDataTables();
  await ensurePrismaClient();
}

async function ensurePrismaClient(): Promise<void> {
  const inputs = () => hashFiles(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  const environment = prismaEnvironment("postgresql://localhost/not-needed-to-generate");
  await doOnce("lib/generated/prisma.stamp", inputs, () => runNode([...prismaArguments, "generate"], environment));
}
