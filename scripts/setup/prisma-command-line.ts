import path from "node:path";
import type { Environment } from "./run-node";

/** Node's arguments that run Prisma's command line with this project's configuration. */
export const prismaArguments: readonly string[] = [
  "node_modules/prisma/build/index.js",
  "--config",
  "scripts/config/prisma.config.ts",
];

/** Prisma would fetch a schema engine from a host of its own; ours stands in for it (docs/decisions/prisma-engine.md). */
export function prismaEnvironment(databaseUrl: string): Environment {
  return {
    DATABASE_URL: databaseUrl,
    PRISMA_SCHEMA_ENGINE_BINARY: path.resolve("scripts/setup/schema-engine.mjs"),
    PRISMA_HIDE_UPDATE_MESSAGE: "true",
    CHECKPOINT_DISABLE: "1",
  };
}
