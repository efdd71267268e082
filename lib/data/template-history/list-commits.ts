import type { RunGit } from "./run-git";

/** The template as one commit left it. */
export interface CommittedTemplate {
  readonly commit: string;
  /** Committer's date, ISO 8601. */
  readonly date: string;
  /** First line of the commit's message. */
  readonly subject: string;
  /** The text's object. */
  readonly blob: string;
}

/**
 * Every commit of the main line (first parents) that touched the template, oldest first, renames followed; commits that
 * remove it are left out. Empty where none did.
 */
export function listCommits(git: RunGit, templatePath: string, revision = "HEAD"): readonly CommittedTemplate[] {
  const log = ["log", "--first-parent", "-m", "--follow", "--raw", "--no-abbrev", "--no-ext-diff"];
  const printed = git([...log, "--format=%x00%H%x09%cI%x09%s", revision, "--", templatePath]).toString("utf8");
  return printed.split("\0").slice(1).flatMap(readEntry).reverse();
}

export function readCommittedText(git: RunGit, { blob }: CommittedTemplate): string {
  return git(["cat-file", "blob", blob]).toString("utf8");
}

/** `<commit>\t<date>\t<subject>`, an empty line, `:<mode> <mode> <blob before> <blob after> <status>\t<path>…`. */
function readEntry(entry: string): readonly CommittedTemplate[] {
  const [head = "", ...changes] = entry.split("\n").filter((line) => line !== "");
  const [commit = "", date = "", ...subject] = head.split("\t");
  const [, , , blob = "", status = "D"] = (changes[0]?.split("\t")[0] ?? "").split(" ");
  return status.startsWith("D") ? [] : [{ commit, date, subject: subject.join("\t"), blob }];
}
