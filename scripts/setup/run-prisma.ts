import { spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { applyMigrations } from "./apply-migrations";
import { dataFolder } from "./data-folder";
import { makeMigration } from "./make-migration";
import { type OpenDatabase, openDatabase } from "./open-database";
import { prismaArguments, prismaEnvironment } from "./prisma-command-line";
import { reportSetupErrors, SetupError } from "./setup-error";

/**
 * Prisma's command line on this project's database, which is started for as long as it takes. `migrate dev` is ours: the
 * engine that stands in for Prisma's makes no shadow database (docs/decisions/prisma-engine.md).
 */
export async function runPrisma(args: readonly string[]): Promise<void> {
  await reportSetupErrors(async () => {
    const database = await openDatabase(dataFolder());
    const isDev = args[0] === "migrate" && args[1] === "dev";
    const code = await (isDev ? migrate(database, args.slice(2)) : spawnPrisma(database, args)).finally(() =>
      database.server?.stop(),
    );
    process.exit(code);
  });
}

/** `--name` for the new migration, `--create-only` to apply it later. */
async function migrate({ url }: OpenDatabase, args: readonly string[]): Promise<number> {
  const { name, "create-only": createOnly } = readOptions(args);
  const file = await makeMigration(url, {
    name,
    schema: "prisma/schema.prisma",
    folder: "prisma/migrations",
    at: new Date(),
  });
  console.log(file ? `Written: ${file}` : "The migrations arrive at prisma/schema.prisma; there is nothing to write.");
  if (!createOnly) await applyMigrations(url);
  return 0;
}

function readOptions(args: readonly string[]): { readonly name: string; readonly "create-only": boolean } {
  const options = { name: { type: "string" }, "create-only": { type: "boolean", default: false } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.name !== undefined) return { ...values, name: values.name };
  } catch {
    // The sentence below says what it takes.
  }
  throw new SetupError("`migrate dev` takes --name, as in `npm run prisma -- migrate dev --name add_something`.");
}

async function spawnPrisma({ url }: OpenDatabase, args: readonly string[]): Promise<number> {
  const prisma = spawn(process.execPath, [...prismaArguments, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...prismaEnvironment(url) },
  });
  const [code] = await once(prisma, "exit");
  return code ?? 1;
}
