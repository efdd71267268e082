import { loadDomainData } from "../../data/domain-data";
import type { CandidatePolicies } from "../../domain/approaches/candidate";
import { deriveCalls } from "../../domain/deployment/derive-calls";
import { readStack } from "../../domain/stages";
import { type MatchedRefusals, matchRefusals } from "../../domain/trial/match-refusals";
import { readRefusals } from "../../domain/trial/read-refusals";
import type { Refusal } from "../../domain/trial/refusals/refusal";
import { runTrial } from "../../domain/trial/run-trial";
import type { Attempt, Denial, FixMode, Trial } from "../../domain/trial/trial";
import { type Answer, printEach } from "../print-each";
import { type Arguments, oneTemplate, readArguments } from "../read-arguments";
import { readText } from "../read-files";
import { readPolicies, roleOptions } from "../read-role";
import { type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";
import { readPhases } from "./requests";

const options = {
  ...stackOptions,
  ...roleOptions,
  phase: "many",
  fix: "one",
  log: "one",
} as const;

export const trialCommand: Command = (words, print) => {
  const args = readArguments(words, options, oneTemplate);
  if (args.files.length > 1) throw new UnusableInput("A trial takes one template.");
  const policies = readPolicies(args);
  return printEach(args, (stack) => answer(stack, policies, args), print);
};

function answer(stack: StackOptions, policies: CandidatePolicies, args: Arguments): Answer {
  const mode = readFixMode(args);
  const read = readStack(stack);
  if (!read.value?.stack) {
    return { exitCode: 1, json: { template: null, problems: read.problems }, text: tellProblems(read.problems) };
  }
  const data = loadDomainData();
  const { value: plan, problems } = deriveCalls(null, read.value.stack, stack.settings, data);
  const trial = runTrial(policies, plan, { mode, phases: readPhases(args), managedPolicies: data.managedPolicies });
  const all = [...read.problems, ...problems];
  const actual = readActual(args, trial);
  return {
    exitCode: trial.works ? 0 : 1,
    json: {
      ...trial,
      attempts: trial.attempts.map(showAttempt),
      problems: all,
      ...(actual ? { actual: showActual(actual) } : {}),
    },
    text: [tellTrial(trial), ...(actual ? [tellActual(actual)] : []), tellProblems(all)].join("\n"),
  };
}

/** What the log of a real deployment says, beside what the attempts ran into. */
function readActual(args: Arguments, trial: Trial): MatchedRefusals | null {
  const log = args.one("log");
  if (log === undefined) return null;
  return matchRefusals(
    readRefusals(readText(log)),
    trial.attempts.flatMap(({ denials }) => denials),
  );
}

function showActual({ predicted, unpredicted }: MatchedRefusals): object {
  return {
    refusals: [...predicted.map(({ refusal }) => refusal), ...unpredicted].sort((a, b) => a.line - b.line),
    predicted: predicted.map(({ refusal, denial }) => ({ refusal, denial: showDenial(denial) })),
    unpredicted,
  };
}

function tellActual({ predicted, unpredicted }: MatchedRefusals): string {
  const tell = ({ line, logicalId, action, resource }: Refusal) =>
    `  line ${line}\t${logicalId ?? "-"}\t${action ?? "unknown action"}\t${resource ?? "-"}`;
  return [
    `${predicted.length + unpredicted.length} refusals in the log, ${predicted.length} of them predicted`,
    ...unpredicted.map(tell),
  ].join("\n");
}

function readFixMode(args: Arguments): FixMode {
  const mode = args.one("fix") ?? "generalised";
  if (mode !== "generalised" && mode !== "as-refused" && mode !== "none") {
    throw new UnusableInput(`--fix takes generalised, as-refused or none, not "${mode}".`);
  }
  return mode;
}

export function showAttempt({ denials, ...attempt }: Attempt): object {
  return { ...attempt, denials: denials.map(showDenial) };
}

export function showDenial({ logicalId, resourceType, phase, request, decision, effect, message }: Denial): object {
  const { action, resources, callId } = request;
  return { logicalId, resourceType, phase, action, resources, callId, blockedBy: decision.blockedBy, effect, message };
}

function tellTrial(trial: Trial): string {
  const verdict = trial.works
    ? "works as given"
    : trial.converges
      ? `works after ${trial.rounds} rounds`
      : `does not converge: ${trial.reason}`;
  const attempts = trial.attempts.map(({ number, outcome, phase, denials }) => {
    const refused = denials.filter(({ effect }) => effect === "failed" || effect === "shown").map(tellDenial);
    return [`attempt ${number}: ${outcome} (${phase})`, ...refused].join("\n");
  });
  return [verdict, ...attempts].join("\n");
}

function tellDenial({ request, logicalId, effect }: Denial): string {
  const shown = effect === "shown" ? "\tprinted in its place" : "";
  return `  ${logicalId ?? "-"}\t${request.action}\t${request.resources.join(" ")}${shown}`;
}
