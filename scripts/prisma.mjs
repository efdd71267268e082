import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm run prisma -- migrate dev --name …`: Prisma's own command line, on the embedded database unless DATABASE_URL is set.
await ensureInstalled();
const { runTypeScript } = await import("./setup/run-typescript.mjs");
const { runPrisma } = await runTypeScript("scripts/setup/run-prisma.ts");
await runPrisma(process.argv.slice(2));
