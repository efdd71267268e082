import { mkdirSync } from "node:fs";
import path from "node:path";
import { GitRefused, gitIn, type RunGit } from "../../data/template-history/run-git";
import { UnusableUpload } from "./history-limits";

/** Where the bundle's main line stands in the repository that it is unpacked to. */
export const revision = "refs/tightrope/main";

/** Tried in this order; a bundle that has none of them must have one branch alone. */
const preferred = ["HEAD", "refs/heads/main", "refs/heads/master"];

/**
 * Files that git streams rather than holds, packs that stay packed, and nothing of anybody's that runs: no hook, no helper,
 * no lazy fetch, no other protocol than the file at hand.
 */
const settings = [
  "core.bigFileThreshold=1m",
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "fetch.unpackLimit=1",
  "gc.auto=0",
  "maintenance.auto=false",
  "protocol.allow=never",
  "protocol.file.allow=always",
];

/** Real bundles take moments. */
const milliseconds = 30_000;

/**
 * A bare repository with the bundle's main line, in a folder that whoever has made it removes. Nothing of it is checked out.
 * @throws UnusableUpload or GitRefused
 */
export function unpackBundle(bundle: string, folder: string): RunGit {
  const repository = path.join(folder, "repository.git");
  mkdirSync(repository);
  const git = gitIn(repository, { settings, environment: isolated(folder), milliseconds });
  git(["init", "--quiet", "--bare", "--template="]);
  const ref = chooseRef(git(["bundle", "list-heads", bundle]).toString("utf8"));
  try {
    const fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
    git([...fetch, bundle, `+${ref}:${revision}`]);
  } catch (fault) {
    if (fault instanceof GitRefused && /prerequisite/.test(fault.message)) throw lacksCommits();
    throw fault;
  }
  return git;
}

/** `<commit> <ref>` a line. */
function chooseRef(heads: string): string {
  const refs = heads.split("\n").flatMap((line) => /^[0-9a-f]{40} (HEAD|refs\/[\w./-]+)$/.exec(line)?.[1] ?? []);
  if (refs.length === 0) throw new GitRefused("The bundle names no commit.");
  const branches = refs.filter((ref) => ref.startsWith("refs/heads/"));
  const ref = preferred.find((name) => refs.includes(name)) ?? (branches.length === 1 ? branches[0] : undefined);
  if (ref !== undefined) return ref;
  throw new UnusableUpload(
    "The bundle has neither HEAD nor a branch main or master, so that its main line is not known. Make it of one branch: git bundle create history.bundle HEAD.",
  );
}

/** Neither settings nor credentials of whoever runs the server. */
function isolated(folder: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env["PATH"],
    HOME: folder,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_OPTIONAL_LOCKS: "0",
  };
}

function lacksCommits(): UnusableUpload {
  return new UnusableUpload(
    "The bundle leaves out commits that it builds on. Make it of the whole history: git bundle create history.bundle HEAD.",
  );
}
