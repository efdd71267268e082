import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm run generate`: the Prisma client and the data tables, where their inputs have changed.
await ensureInstalled();
const { runTypeScript } = await import("./setup/run-typescript.mjs");
const { ensureGenerated } = await runTypeScript("scripts/setup/ensure-generated.ts");
await ensureGenerated();
