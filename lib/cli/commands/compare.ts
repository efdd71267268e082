import { loadDomainData } from "../../data/domain-data";
import { findRecordedReplies } from "../../data/recorded-replies";
import type { Material, ModelReply } from "../../domain/approaches/material";
import { compareTemplate } from "../../domain/compare";
import type { ComparisonReport, TriedCandidate } from "../../domain/comparison-report";
import type { Command } from "../main";
import { type Answer, printEach } from "../print-each";
import { type Arguments, readArguments } from "../read-arguments";
import { readCandidateFile, readText } from "../read-files";
import { type StackOptions, stackOptions } from "../read-stack-options";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";

export const compareCommand: Command = (words, print) => {
  const args = readArguments(words, { ...stackOptions, candidate: "many", "llm-reply": "one" }, true);
  const candidates = args.many("candidate").map(readNamedCandidate);
  const reply = readReply(args);
  return printEach(args, (stack) => answer(stack, candidates, reply), print);
};

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

function answer(stack: StackOptions, candidates: Material["candidates"], reply: ModelReply | null): Answer {
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

/** Requests are the requests command's; the rest of the report as it is stored. */
function showReport({ requests, candidates, ...report }: ComparisonReport): object {
  return { candidates, requestCount: requests.length, ...report };
}

function tellReport(report: ComparisonReport): string {
  return [...report.candidates.map(tellCandidate), tellProblems(report.problems)].join("\n");
}

function tellCandidate({ name, evidence, unavailable, scores }: TriedCandidate): string {
  if (!scores) return `${name}\t${unavailable ?? "nothing proposed"}`;
  const { timeToWorking: time, actionCount, resilience, exposure } = scores;
  const share = resilience.repaired.share === null ? "-" : `${Math.round(resilience.repaired.share * 100)} %`;
  return [
    name,
    evidence,
    time.converges ? `${time.rounds} rounds, ${time.minutes} min` : "does not converge",
    `${actionCount.repaired.granted} actions granted, ${actionCount.asProposed.missing} missing`,
    `${share} of changes survived`,
    `${exposure.paths.length} exposures`,
  ].join("\t");
}
