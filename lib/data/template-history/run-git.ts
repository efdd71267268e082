import { execFileSync } from "node:child_process";

/** What git prints for these arguments, in one repository. Throws {@link GitRefused}. */
export type RunGit = (args: readonly string[], input?: string) => Buffer;

/** git would not, or is not there; `message` says why, in a person's or in git's words. */
export class GitRefused extends Error {
  constructor(
    message: string,
    /** Whether there is no git at all. */
    readonly isMissing = false,
  ) {
    super(message);
  }
}

export interface GitOptions {
  /** Settings for this call alone, as in `core.quotePath=false`. */
  readonly settings?: readonly string[];
  /** In the place of the process's own environment. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly milliseconds?: number;
  readonly maxOutputBytes?: number;
}

export function gitIn(folder: string, options: GitOptions = {}): RunGit {
  const { settings = [], environment = process.env, milliseconds, maxOutputBytes = 256 * 1024 * 1024 } = options;
  const before = ["-C", folder, ...["core.quotePath=false", ...settings].flatMap((setting) => ["-c", setting])];
  return (args, input) => {
    try {
      return execFileSync("git", [...before, ...args], {
        env: environment,
        maxBuffer: maxOutputBytes,
        input: input ?? "",
        timeout: milliseconds,
        killSignal: "SIGKILL",
        stdio: ["pipe", "pipe", "pipe"],
      });
    } catch (error) {
      throw toRefusal(error);
    }
  };
}

function toRefusal(error: unknown): GitRefused {
  if (!(error instanceof Error)) return new GitRefused("for an unknown reason.");
  if ("code" in error && error.code === "ENOENT") return new GitRefused("git is not installed.", true);
  const said = "stderr" in error ? String(error.stderr).trim() : "";
  return new GitRefused(said === "" ? error.message : said);
}
