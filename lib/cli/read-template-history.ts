import { execFileSync } from "node:child_process";
import { UnusableInput } from "./unusable-input";

/** The template as one commit left it. */
export interface CommittedTemplate {
  readonly commit: string;
  /** Committer's date, ISO 8601. */
  readonly date: string;
  /** From the repository's root, with `/`; another one before a rename. */
  readonly path: string;
}

/** Every commit of the main line (first parents) that touched the template, oldest first; commits that remove it are left out. */
export function listTemplateHistory(repository: string, templatePath: string): readonly CommittedTemplate[] {
  const log = ["log", "--first-parent", "-m", "--follow", "--name-status", "--no-ext-diff", "--format=%x00%H%x09%cI"];
  const entries = runGit(repository, [...log, "--", templatePath])
    .split("\0")
    .slice(1);
  const commits = entries.flatMap(readEntry).reverse();
  if (commits.length > 0) return commits;
  throw new UnusableInput(
    `No commit of ${repository} has touched ${templatePath}. Give the template's path inside the repository.`,
  );
}

export function readCommittedText(repository: string, { commit, path }: CommittedTemplate): string {
  return runGit(repository, ["cat-file", "blob", `${commit}:${path}`]);
}

/** `<commit>\t<date>`, an empty line, `<status>\t<path>` or `R100\t<old path>\t<path>`. */
function readEntry(entry: string): readonly CommittedTemplate[] {
  const [head = "", ...changes] = entry.split("\n").filter((line) => line !== "");
  const [commit = "", date = ""] = head.split("\t");
  const [status = "D", ...paths] = (changes[0] ?? "").split("\t");
  const path = paths.at(-1);
  return path === undefined || status.startsWith("D") ? [] : [{ commit, date, path }];
}

function runGit(repository: string, args: readonly string[]): string {
  try {
    return execFileSync("git", ["-C", repository, "-c", "core.quotePath=false", ...args], {
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    throw new UnusableInput(`git cannot read ${repository}: ${tellFailure(error)}`);
  }
}

function tellFailure(error: unknown): string {
  if (!(error instanceof Error)) return "for an unknown reason.";
  if ("code" in error && error.code === "ENOENT") return "git is not installed, or there is no such folder.";
  const said = "stderr" in error ? String(error.stderr).trim() : "";
  return said === "" ? error.message : said;
}
