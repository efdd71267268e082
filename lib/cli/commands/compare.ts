import { loadDomainData } from "../../data/domain-data";
import { findRecordedReplies } from "../../data/recorded-replies";
import type { Material, ModelReply } from "../../domain/approaches/material";
import type { NextVersionOutcome, Verdict } from "../../domain/changes/template-change";
import { compareTemplate } from "../../domain/compare";
import type { ComparisonInput, TemplateVersion } from "../../domain/comparison-input";
import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import { hasErrors } from "../../domain/problem";
import type { ActionCount, Scores, VersionShare } from "../../domain/scoring/scores";
import type { OwnTimes } from "../../domain/scoring/time-model";
import { ownTimesSchema } from "../../schemas/time-model";
import { type Answer, printEach } from "../print-each";
import { type Arguments, oneTemplate, readArguments } from "../read-arguments";
import { readCandidateFile, readJson, readText } from "../read-files";
import { check, type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";
import { showAttempt } from "./trial";

export const compareCommand: Command = (words, print) => {
  const args = readArguments(
    words,
    { ...stackOptions, candidate: "many", "llm-reply": "one", next: "many", "time-model": "one" },
    oneTemplate,
  );
  const candidates = args.many("candidate").map(readNamedCandidate);
  const reply = readReply(args);
  const nextVersions = readNextVersions(args);
  const timeModel = readTimeModel(args);
  return printEach(args, (stack) => answer({ ...stack, nextVersions, timeModel }, candidates, reply), print);
};

function readTimeModel(args: Arguments): OwnTimes {
  const file = args.one("time-model");
  return file === undefined ? {} : check(ownTimesSchema, readJson(file), `--time-model ${file}`);
}

function readNextVersions(args: Arguments): readonly TemplateVersion[] {
  const files = args.many("next");
  if (files.length > 0 && args.files.length > 1) {
    throw new UnusableInput("--next gives later versions of one template; compare that template alone.");
  }
  return files.map((file) => ({ name: file, templateText: readText(file) }));
}

function readNamedCandidate(pair: string): Material["candidates"][number] {
  const equals = pair.indexOf("=");
  if (equals < 1) throw new UnusableInput(`--candidate takes NAME=FILE, not "${pair}".`);
  return { name: pair.slice(0, equals), policies: readCandidateFile(pair.slice(equals + 1)) };
}

function readReply(args: Arguments): ModelReply | null {
  const file = args.one("llm-reply");
  return file === undefined
    ? null
    : { text: readText(file), evidence: "imported", origin: "A model's reply, as given" };
}

function answer(
  stack: StackOptions & Pick<ComparisonInput, "nextVersions" | "timeModel">,
  candidates: Material["candidates"],
  reply: ModelReply | null,
): Answer {
  const modelReplies = reply ? [reply] : findRecordedReplies(stack);
  const material: Material = { modelReplies, accessAnalyzerPolicy: null, currentPolicy: null, candidates };
  const { value: report, problems } = compareTemplate({ ...stack, material }, loadDomainData());
  if (!report) {
    return {
      exitCode: 1,
      json: { template: null, candidates: [], assumptions: [], problems },
      text: tellProblems(problems),
    };
  }
  return { exitCode: 0, json: showReport(report), text: tellReport(report) };
}

/** Requests are the requests command's, and denials are shown as the trial command shows them. */
function showReport({ requests, candidates, ...report }: ComparisonReport): object {
  return { candidates: candidates.map(showCandidate), requestCount: requests.length, ...report };
}

function showCandidate({ trial, changes, nextVersions, scores, ...candidate }: TriedCandidate): object {
  return {
    ...candidate,
    scores: scores && { ...scores, actionCount: showCounts(scores.actionCount) },
    trial: trial && { ...trial, attempts: trial.attempts.map(showAttempt) },
    changes: changes.map(showVerdicts),
    nextVersions: nextVersions.map(showVerdicts),
  };
}

/** The names of what holds on every resource are all of AWS for an administrator; their number says enough here. */
function showCounts({ asProposed, repaired }: Scores["actionCount"]): object {
  const withoutNames = ({ lists: { onWildcard: _names, ...lists }, ...count }: ActionCount) => ({ ...count, lists });
  return { asProposed: withoutNames(asProposed), repaired: withoutNames(repaired) };
}

function showVerdicts<T extends { readonly asProposed: Verdict; readonly repaired: Verdict }>(outcome: T): object {
  return { ...outcome, asProposed: showVerdict(outcome.asProposed), repaired: showVerdict(outcome.repaired) };
}

/** What was refused, each action on each resource once: a hundred changes repeat the same words too often otherwise. */
function showVerdict({ verdict, notModelled, denials }: Verdict): object {
  const refused = new Map(
    denials.map(({ logicalId, phase, request: { action, resources } }) => [
      [logicalId, action, ...resources].join(" "),
      { logicalId, phase, action, resources },
    ]),
  );
  return { verdict, notModelled, denials: [...refused.values()] };
}

function tellReport(report: ComparisonReport): string {
  const nextVersions = report.candidates.flatMap(({ name, nextVersions }) =>
    nextVersions.map((version) => tellNextVersion(name, version)),
  );
  return [...report.candidates.map(tellCandidate), ...nextVersions, tellProblems(report.problems)].join("\n");
}

function tellNextVersion(candidate: string, { name, problems, asProposed, repaired }: NextVersionOutcome): string {
  const refused = [...new Set(repaired.denials.map(({ request }) => request.action))];
  return [
    `${candidate}, ${name}`,
    `as proposed: ${asProposed.verdict}`,
    `repaired: ${repaired.verdict}${refused.length > 0 ? ` (${refused.join(", ")})` : ""}`,
    ...(hasErrors(problems) ? [tellProblems(problems)] : []),
  ].join("\t");
}

function tellCandidate({ name, evidence, unavailable, scores }: TriedCandidate): string {
  if (!scores) return `${name}\t${unavailable ?? "nothing proposed"}`;
  const { timeToWorking: time, actionCount, resilience, exposure } = scores;
  const share = resilience.repaired.share === null ? "-" : `${Math.round(resilience.repaired.share * 100)} %`;
  return [
    name,
    evidence,
    time.converges ? `${time.rounds} rounds, ${time.minutes} min` : "does not converge",
    `${tellGranted(actionCount.repaired.granted)}, ${actionCount.asProposed.missing} missing`,
    [`${share} of changes survived`, ...tellVersions(resilience.repaired.nextVersions)].join(", "),
    exposure.gap ? "exposures not counted" : `${exposure.paths.length} exposures`,
  ].join("\t");
}

function tellGranted(granted: number | null): string {
  return granted === null ? "actions granted not counted" : `${granted} actions granted`;
}

function tellVersions(share: VersionShare | null): readonly string[] {
  return share ? [`${share.survived} of ${share.versions} next versions`] : [];
}
