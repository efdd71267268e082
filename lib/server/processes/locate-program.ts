import path from "node:path";

/** What Node is given to run a program of this project, in the project's folder. */
export interface LocatedProgram {
  readonly nodeArguments: readonly string[];
  readonly script: string;
}

/**
 * @param script from the project's folder, as in `lib/worker/main.ts`
 * @param bundles the folder where `npm start` keeps the programs as JavaScript; without one, as under `npm run dev` and in
 *   tests, tsx runs the TypeScript
 */
export function locateProgram(script: string, bundles: string | undefined): LocatedProgram {
  return bundles
    ? {
        nodeArguments: [serverCondition, "--enable-source-maps"],
        script: path.join(bundles, script.replace(/\.ts$/, ".mjs")),
      }
    : { nodeArguments: [serverCondition, "--import", "tsx"], script };
}

/** Lets modules marked "server-only" load outside the web server. */
const serverCondition = "--conditions=react-server";
