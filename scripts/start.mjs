import { ensureInstalled } from "./setup/ensure-installed.mjs";

// `npm start` and, with --dev, `npm run dev`. What follows the installation is TypeScript: scripts/setup/start.ts.
await ensureInstalled();
const { runTypeScript } = await import("./setup/run-typescript.mjs");
const { start } = await runTypeScript("scripts/setup/start.ts");
await start(process.argv.includes("--dev") ? "development" : "production");
