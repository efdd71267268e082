import type { RunGit } from "../../data/template-history/run-git";
import {
  looksLikeTemplate,
  maxCandidates,
  maxTemplateBytes,
  maxTextBytes,
  templateName,
  UnusableUpload,
} from "./history-limits";
import { readBlobs } from "./read-blobs";

/**
 * The path of the template whose history is meant: the only one at the revision, or the only one that bears the name of the
 * run's. Otherwise all paths, to ask.
 */
export function chooseTemplate(git: RunGit, revision: string, runFileName: string | null): string | readonly string[] {
  const templates = listTemplates(git, revision);
  const [only] = templates;
  if (only === undefined) {
    throw new UnusableUpload(
      "The newest commit of the bundle has no template: no file that ends in .yaml, .yml, .json or .template has Resources in it.",
    );
  }
  if (templates.length === 1) return only;
  const named = templates.filter((path) => runFileName !== null && path.split("/").at(-1) === runFileName);
  return named.length === 1 && named[0] !== undefined ? named[0] : templates;
}

/** `<mode> blob <object> <size>\t<path>`, each with a NUL behind it. */
function listTemplates(git: RunGit, revision: string): readonly string[] {
  const printed = git(["ls-tree", "-r", "-l", "-z", revision]).toString("utf8");
  const files = printed.split("\0").flatMap((entry) => {
    const [, blob = "", path = ""] = /^100\d+ blob ([0-9a-f]{40}) +\d+\t(.+)$/s.exec(entry) ?? [];
    return templateName.test(path) ? [{ blob, path }] : [];
  });
  const blobs = [...new Set(files.map(({ blob }) => blob))];
  const { texts } = readBlobs(git, blobs, { each: maxTemplateBytes, all: maxTextBytes });
  return files
    .filter(({ blob }) => looksLikeTemplate(texts.get(blob) ?? ""))
    .map(({ path }) => path)
    .slice(0, maxCandidates);
}
