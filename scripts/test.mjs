import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm test`. What follows the installation is TypeScript: scripts/setup/run-checks.ts.
await ensureInstalled();
const { runTypeScript } = await import("./setup/run-typescript.mjs");
const { runChecks } = await runTypeScript("scripts/setup/run-checks.ts");
await runChecks();
