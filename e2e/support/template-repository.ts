import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A git repository of its own, with one commit for each version of each file; returns its bundle. */
export function bundleOf(
  commits: readonly { readonly subject: string; readonly files: Record<string, string> }[],
): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "tightrope-e2e-repository-"));
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...identity, ...args]);
  git("init", "-q", "-b", "main");
  for (const { subject, files } of commits) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    git("add", "-A");
    git("commit", "-q", "-m", subject);
  }
  git("bundle", "create", "-q", "history.bundle", "HEAD");
  return readFileSync(path.join(folder, "history.bundle"));
}
