import { readStack } from "../../domain/stages";
import { type Answer, printEach } from "../print-each";
import { oneTemplate, readArguments } from "../read-arguments";
import { type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";

export const expandCommand: Command = (args, print) =>
  printEach(readArguments(args, stackOptions, oneTemplate), expand, print);

function expand(stack: StackOptions): Answer {
  const { value, problems } = readStack(stack);
  if (!value) {
    return { exitCode: 1, json: { template: null, artifacts: [], problems }, text: tellProblems(problems) };
  }
  const { document, artifacts } = value.expanded;
  return {
    exitCode: 0,
    json: { template: document, artifacts, problems },
    text: [JSON.stringify(document, null, 2), tellProblems(problems)].filter((part) => part !== "").join("\n"),
  };
}
