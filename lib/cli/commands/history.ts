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
import { openHistory, type TemplateHistory } from "../open-history";
import { readArguments } from "../read-arguments";
import { readPolicies, roleOptions } from "../read-role";
import { readFormat, readOptionsFor, type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";
import { exportHistory } from "./export-history";
import { showDenial } from "./trial";

const needed = [
  "Which repository? Give the path of a git repository, then the template's path inside it.",
  "Which template? Give its path inside the repository.",
];

/** Every commit that touched the template, deployed in turn and with one role; or, with `--export`, its versions as a file. */
export const historyCommand: Command = (words, print, note) => {
  const args = readArguments(words, { ...stackOptions, ...roleOptions, repaired: "flag", export: "one" }, needed);
  const [repository = "", templatePath = "", unexpected] = args.files;
  if (unexpected !== undefined) throw new UnusableInput(`Unexpected argument "${unexpected}".`);
  const target = args.one("export");
  if (target !== undefined) return exportHistory(openHistory(repository, templatePath), target, note);
  const format = readFormat(args);
  const policies = readPolicies(args);
  const input = readOptionsFor(templatePath, "", args);
  const role = args.has("repaired") ? "repaired" : "as-given";
  const data = loadDomainData();
  const derive = startDeriving(input.settings, data);
  const template = openHistory(repository, templatePath);
  const history = replayHistory(
    readVersions(template, input),
    policies,
    (before, after) => derive(before, after, before ? ["update"] : ["create", "update"]).value,
    { role, managedPolicies: data.managedPolicies },
  );
  const commits = new Map(template.commits.map((commit) => [commit.commit, commit]));
  if (format === "text") print(tellHistory(history, commits));
  else print(JSON.stringify(showHistory(history, commits, role), null, 2));
  return history.failed > 0 ? 1 : 0;
};

/** One after the other, since a long history is too much to hold at once. */
function* readVersions({ commits, read }: TemplateHistory, input: StackOptions): Generator<ReadVersion> {
  for (const committed of commits) yield readVersion({ name: committed.commit, templateText: read(committed) }, input);
}

type Commits = ReadonlyMap<string, TemplateHistory["commits"][number]>;

function showHistory({ versions, ...figures }: History, commits: Commits, role: HistoryOptions["role"]): object {
  const shown = versions.map(({ name, denials, ...version }) => ({
    commit: name,
    date: commits.get(name)?.date ?? null,
    subject: commits.get(name)?.subject ?? null,
    ...version,
    denials: denials.map(showDenial),
  }));
  return { role, ...figures, versions: shown };
}

function tellHistory({ versions, survived, failed, share }: History, commits: Commits): string {
  const lines = versions.map((version) => tellVersion(version, commits.get(version.name)?.date ?? ""));
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
