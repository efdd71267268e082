import { bundle } from "./bundle.mjs";

const folder = ".data/bundles/command-line";

/** The command line as JavaScript, so that scripts can call it in a loop. Returns the file's path. */
export async function bundleCommandLine() {
  await bundle({
    folder,
    entryPoints: ["lib/cli/main.ts"],
    sources: ["lib/cli", "lib/data", "lib/domain", "lib/schemas"],
    ignored: ["lib/data/samples", "lib/data/recorded"],
  });
  return `${folder}/lib/cli/main.mjs`;
}
