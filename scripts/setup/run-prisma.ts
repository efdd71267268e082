import { spawn } from "node:child_process";
import { once } from "node:events";
import { dataFolder } from "./data-folder";
import { openDatabase } from "./open-database";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { reportSetupErrors } from "./setup-error";

/** Prisma's command line on this project's database, which is started for as long as it takes. */
export async function runPrisma(args: readonly string[]): Promise<void> {
  await reportSetupErrors(async () => {
    const database = await openDatabase(dataFolder());
    const prisma = spawn(process.execPath, [...prismaArguments, ...args], {
      stdio: "inherit",
      env: { ...process.env, ...prismaEnvironment(database.url) },
    });
    const [code] = await once(prisma, "exit");
    await database.server?.stop();
    process.exit(code ?? 1);
  });
}
