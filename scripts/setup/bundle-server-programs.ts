import path from "node:path";
import { bundle } from "./bundle.mjs";

const folder = ".data/bundles/server";

/**
 * The worker, and the programs that it and the web server run in processes of their own, as JavaScript. The Prisma client
 * must have been generated. Returns the absolute path of the folder for `programArguments`.
 */
export async function bundleServerPrograms(): Promise<string> {
  await bundle({
    folder,
    entryPoints: ["lib/worker/main.ts", "lib/**/*-main.ts"],
    sources: ["lib", "prisma/schema.prisma"],
    ignored: ["lib/cli", "lib/generated", "lib/data/samples", "lib/data/recorded"],
  });
  return path.resolve(folder);
}
