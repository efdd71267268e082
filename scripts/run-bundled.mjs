import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./setup/bundle.mjs";
import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `node scripts/run-bundled.mjs scripts/bench-compare.ts …`: measures what people run, which is not TypeScript.
await ensureInstalled();
const [script, ...args] = process.argv.slice(2);
const folder = ".data/bundles/scripts";
await bundle({ folder, entryPoints: [script], sources: ["lib", "scripts"], ignored: ["lib/generated"] });
const file = path.resolve(folder, script.replace(/\.ts$/, ".mjs"));

process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
