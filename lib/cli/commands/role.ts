import { loadDomainData } from "../../data/domain-data";
import type { CandidatePolicies } from "../../domain/approaches/candidate";
import { writeRoleTemplate } from "../../domain/approaches/role-template";
import { deriveCalls } from "../../domain/deployment/derive-calls";
import { hasErrors } from "../../domain/problem";
import { readStack } from "../../domain/stages";
import { runTrial } from "../../domain/trial/run-trial";
import { type Answer, printEach } from "../print-each";
import { oneTemplate, readArguments } from "../read-arguments";
import { readPolicies, roleOptions } from "../read-role";
import { type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";

/** The role as a CloudFormation template, as given or as its trial repairs it. */
export const roleCommand: Command = (words, print, note) => {
  const args = readArguments(words, { ...stackOptions, ...roleOptions, repaired: "flag" }, oneTemplate);
  if (args.files.length > 1) throw new UnusableInput("A role is written for one template.");
  const policies = readPolicies(args);
  return printEach(args, (stack) => answer(stack, policies, args.has("repaired"), note), print);
};

function answer(
  stack: StackOptions,
  given: CandidatePolicies,
  isRepaired: boolean,
  note: (line: string) => void,
): Answer {
  const read = readStack(stack);
  if (!read.value?.stack) {
    return { exitCode: 1, json: { template: null, problems: read.problems }, text: tellProblems(read.problems) };
  }
  const data = loadDomainData();
  const { managedPolicies } = data;
  const { target } = read.value.stack;
  const plan = deriveCalls(null, read.value.stack, stack.settings, data).value;
  const trial = isRepaired ? runTrial(given, plan, { mode: "generalised", managedPolicies }) : null;
  if (trial?.reason) note(trial.reason);
  const description = trial ? "Deploy role, as repaired by a simulated trial" : "Deploy role, as given";
  const { value, problems } = writeRoleTemplate(trial?.workingPolicies ?? given, {
    description,
    target,
    settings: stack.settings,
    managedPolicies,
  });
  if (problems.length > 0) note(tellProblems(problems));
  const isUsable = !hasErrors(problems) && (trial?.converges ?? true);
  return { exitCode: isUsable ? 0 : 1, json: value, text: JSON.stringify(value, null, 2) };
}
