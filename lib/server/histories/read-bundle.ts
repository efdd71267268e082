import { type CommittedTemplate, listCommits } from "../../data/template-history/list-commits";
import { GitRefused, type RunGit } from "../../data/template-history/run-git";
import { chooseTemplate } from "./choose-template";
import {
  longestSubject,
  maxTemplateBytes,
  maxTextBytes,
  tooLarge,
  tooManyBytes,
  UnusableUpload,
} from "./history-limits";
import { keepNewest } from "./keep-newest";
import { readBlobs } from "./read-blobs";
import { readDate } from "./read-date";
import type { Upload, UploadReading } from "./read-upload";
import { revision, unpackBundle } from "./unpack-bundle";

export function isBundle(content: Buffer): boolean {
  return /^# v\d git bundle\n/.test(content.subarray(0, 20).toString("latin1"));
}

/** The template's versions out of a git bundle, or the templates among which to choose. */
export function readBundle({ file, folder, templatePath, runFileName }: Upload): UploadReading {
  try {
    const git = unpackBundle(file, folder);
    const template = templatePath ?? chooseTemplate(git, revision, runFileName);
    if (typeof template !== "string") return { kind: "templates", templates: template };
    return { kind: "versions", history: readVersions(git, template) };
  } catch (fault) {
    if (!(fault instanceof GitRefused)) throw fault;
    throw fault.isMissing ? gitIsMissing() : unreadable();
  }
}

function readVersions(git: RunGit, templatePath: string) {
  const commits = listCommits(git, templatePath, revision);
  if (commits.length === 0) throw new UnusableUpload(`No commit of the bundle has touched ${templatePath}.`);
  const { kept, note } = keepNewest(commits);
  const texts = readTexts(git, kept);
  const versions = kept.map(({ commit, date, subject, blob }) => {
    const templateText = texts.get(blob) ?? "";
    return { name: commit, committedAt: readDate(date), subject: subject.slice(0, longestSubject), templateText };
  });
  return { templatePath, note, versions };
}

function readTexts(git: RunGit, commits: readonly CommittedTemplate[]): ReadonlyMap<string, string> {
  const blobs = new Map(commits.map(({ blob, commit }) => [blob, commit]));
  const { texts, sizes } = readBlobs(git, [...blobs.keys()], { each: maxTemplateBytes, all: maxTextBytes });
  const large = [...blobs].find(([blob]) => (sizes.get(blob) ?? 0) > maxTemplateBytes);
  if (large) throw tooLarge(`The template of commit ${large[1]}`);
  if (texts.size < blobs.size) throw tooManyBytes("The bundle");
  return texts;
}

function gitIsMissing(): UnusableUpload {
  return new UnusableUpload(
    "Reading a bundle takes git, which this server does not have. Send the output of tightrope history REPOSITORY TEMPLATE --export FILE, or a zip of the versions.",
  );
}

function unreadable(): UnusableUpload {
  return new UnusableUpload(
    "git cannot read the bundle: it is damaged or was cut off. Make it again: git bundle create history.bundle HEAD.",
  );
}
