import path from "node:path";
import { ensureInstalled, root } from "./setup/ensure-installed.mjs";

// `npm run --silent tightrope -- …`: the command line, lib/cli/main.ts, in the folder where its user is.
const userFolder = process.env.INIT_CWD ?? process.cwd();
await ensureInstalled();
const { runTypeScript } = await import("./setup/run-typescript.mjs");
const { ensureDataTables } = await runTypeScript("scripts/setup/ensure-generated.ts");
await ensureDataTables();

process.env.TIGHTROPE_ROOT = root;
process.chdir(userFolder);
process.argv = [process.argv[0], path.join(root, "lib/cli/main.ts"), ...process.argv.slice(2)];
await runTypeScript("lib/cli/main.ts");
