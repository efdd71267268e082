import path from "node:path";
import { defineConfig } from "vitest/config";

/** Modules marked for the server are tested outside of it, where the package that guards them would throw. */
const alias = { "@": import.meta.dirname, "server-only": path.resolve("node_modules/server-only/empty.js") };

const usesDatabase = [
  "app/api/**/*.test.ts",
  "lib/server/**/*.test.ts",
  "lib/worker/**/*.test.ts",
  "scripts/setup/**/*.test.ts",
];

export default defineConfig({
  resolve: { alias },
  test: {
    // What was downloaded into .data is no part of the tests.
    env: { TIGHTROPE_DATA: "test-results/data" },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: usesDatabase,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: usesDatabase,
          globalSetup: "scripts/setup/test-database-server.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
