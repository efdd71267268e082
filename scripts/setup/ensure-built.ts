import { doOnce } from "./do-once.mjs";
import { hashFiles } from "./hash-files.mjs";
import { runNode } from "./run-node";

/** Builds the pages unless their sources are those of the last build. */
export async function ensureBuilt(): Promise<void> {
  await doOnce(".next/tightrope.stamp", hashSources, async () => {
    console.error("Building the pages (about a minute) …");
    await runNode(["node_modules/next/dist/bin/next", "build"], {
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    });
  });
}

function hashSources(): string {
  return hashFiles(
    [
      "app",
      "components",
      "lib",
      "public",
      "prisma/schema.prisma",
      "next.config.ts",
      "package-lock.json",
      "tsconfig.json",
    ],
    ["lib/generated", "lib/cli", "lib/worker"],
  );
}
