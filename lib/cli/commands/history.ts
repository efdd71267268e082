import { loadDomainData } from "../../data/domain-data";
import type { ReadVersion } from "../../domain/changes/next-versions";
import {
  type History,
  type HistoryOptions,
  type HistoryVersion,
  replayHistory,
} from "../../domain/changes/replay-history";
import { startDeriving } from "../../domain/deployment/derive-calls";
import { readVersion } from "../../domain/stages";
import { readArguments } from "../read-arguments";
import { readPolicies, roleOptions } from "../read-role";
import { readFormat, readOptionsFor, type StackOptions, stackOptions } from "../read-stack-options";
import { type CommittedTemplate, listTemplateHistory, readCommittedText } from "../read-template-history";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";
import { showDenial } from "./trial";

const needed = [
  "Which repository? Give the path of a git repository, then the template's path inside it.",
  "Which template? Give its path inside the repository.",
];

/** Every commit that touched the template, deployed in turn and with one role. */
export const historyCommand: Command = (words, print) => {
  const args = readArguments(words, { ...stackOptions, ...roleOptions, repaired: "flag" }, needed);
  const [repository = "", templatePath = "", unexpected] = args.files;
  if (unexpected !== undefined) throw new UnusableInput(`Unexpected argument "${unexpected}".`);
  const format = readFormat(args);
  const policies = readPolicies(args);
  const input = readOptionsFor(templatePath, "", args);
  const role = args.has("repaired") ? "repaired" : "as-given";
  const data = loadDomainData();
  const derive = startDeriving(input.settings, data);
  const commits = listTemplateHistory(repository, templatePath);
  const history = replayHistory(
    readVersions(repository, commits, input),
    policies,
    (before, after) => derive(before, after, before ? ["update"] : ["create", "update"]).value,
    { role, managedPolicies: data.managedPolicies },
  );
  const dates = new Map(commits.map(({ commit, date }) => [commit, date]));
  if (format === "text") print(tellHistory(history, dates));
  else print(JSON.stringify(showHistory(history, dates, role), null, 2));
  return history.failed > 0 ? 1 : 0;
};

/** One after the other, since a long history is too much to hold at once. */
function* readVersions(
  repository: string,
  commits: readonly CommittedTemplate[],
  input: StackOptions,
): Generator<ReadVersion> {
  for (const committed of commits) {
    yield readVersion({ name: committed.commit, templateText: readCommittedText(repository, committed) }, input);
  }
}

function showHistory(
  { versions, ...figures }: History,
  dates: ReadonlyMap<string, string>,
  role: HistoryOptions["role"],
): object {
  const shown = versions.map(({ name, denials, ...version }) => ({
    commit: name,
    date: dates.get(name) ?? null,
    ...version,
    denials: denials.map(showDenial),
  }));
  return { role, ...figures, versions: shown };
}

function tellHistory({ versions, survived, failed, share }: History, dates: ReadonlyMap<string, string>): string {
  const lines = versions.map((version) => tellVersion(version, dates.get(version.name) ?? ""));
  const percent = share === null ? "" : `, ${Math.round(share * 100)} % survived`;
  return [...lines, `${survived} deployments would have gone through, ${failed} would have failed${percent}`].join(
    "\n",
  );
}

function tellVersion({ name, verdict, denials, notModelled, problems }: HistoryVersion, date: string): string {
  const refused = [...new Set(denials.map(({ request }) => request.action))];
  const why = verdict === "rejected" ? tellProblems(problems.filter(({ severity }) => severity === "error")) : "";
  return [name.slice(0, 12), date, verdict, [...refused, ...notModelled, why].filter((part) => part !== "").join(", ")]
    .join("\t")
    .trimEnd();
}
