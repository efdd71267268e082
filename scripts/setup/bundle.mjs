import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { doOnce } from "./do-once.mjs";
import { hashFiles } from "./hash-files.mjs";

/**
 * Programs of this project, each as one file of JavaScript, made anew when a source has changed: they start in a third of
 * the time that their several hundred files of TypeScript take. Packages stay where they are, and so do files that the
 * programs read.
 *
 * @param folder where they are made: `lib/cli/main.ts` becomes `lib/cli/main.mjs` in it
 * @param entryPoints the programs; paths or patterns from the project's folder
 * @param sources files and folders that decide whether to make them anew, but for those that are `ignored`
 */
export async function bundle({ folder, entryPoints, sources, ignored = [] }) {
  const inputs = () =>
    hashFiles(["scripts/setup/bundle.mjs", "package-lock.json", "tsconfig.json", ...sources], ignored);
  await doOnce(`${folder}/bundle.stamp`, inputs, async () => {
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
      entryPoints,
      outdir: folder,
      outbase: ".",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      packages: "external",
      sourcemap: "inline",
      logLevel: "warning",
      write: false,
    });
    for (const file of outputFiles) replaceFile(file);
  });
}

/** Whole at every moment: programs that run already may start one of these. */
function replaceFile({ path: file, contents }) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.unfinished`, contents);
  renameSync(`${file}.unfinished`, file);
}
