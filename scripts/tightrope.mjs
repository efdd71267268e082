import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleCommandLine } from "./setup/bundle-command-line.mjs";
import { ensureDataTables } from "./setup/ensure-data-tables.mjs";
import { ensureInstalled, root } from "./setup/ensure-installed.mjs";

// `npm run --silent tightrope -- …`: the command line, lib/cli/main.ts, in the folder where its user is.
const userFolder = process.env.INIT_CWD ?? process.cwd();
await ensureInstalled();
await ensureDataTables();
const bundle = path.join(root, await bundleCommandLine());

process.env.TIGHTROPE_ROOT = root;
process.chdir(userFolder);
process.argv = [process.argv[0], bundle, ...process.argv.slice(2)];
await import(pathToFileURL(bundle).href);
