import { loadDomainData } from "../../data/domain-data";
import { listRequests } from "../../domain/compose-report";
import { type Phase, phases } from "../../domain/deployment/api-call";
import { deriveCalls } from "../../domain/deployment/derive-calls";
import { readStack } from "../../domain/stages";
import { type Answer, printEach } from "../print-each";
import { type Arguments, oneTemplate, readArguments } from "../read-arguments";
import { readText } from "../read-files";
import { type StackOptions, stackOptions } from "../read-stack-options";
import type { Command } from "../run-command";
import { tellProblems } from "../tell-problems";
import { UnusableInput } from "../unusable-input";

export const requestsCommand: Command = (words, print) => {
  const args = readArguments(words, { ...stackOptions, phase: "many", from: "one" }, oneTemplate);
  const wanted = readPhases(args);
  const from = args.one("from");
  const before = from === undefined ? null : readText(from);
  return printEach(args, (stack) => answer(stack, before, wanted), print);
};

/** The phases given with `--phase`; all where none is. */
export function readPhases(args: Arguments): readonly Phase[] {
  const given = args.many("phase").map((name) => {
    const phase = phases.find((known) => known === name);
    if (!phase) throw new UnusableInput(`--phase takes ${phases.join(", ")}; not "${name}".`);
    return phase;
  });
  return given.length > 0 ? given : phases;
}

function answer(stack: StackOptions, beforeText: string | null, wanted: readonly Phase[]): Answer {
  const after = readStack(stack);
  const before = beforeText === null ? null : readStack({ ...stack, templateText: beforeText });
  const problems = [...(before?.problems ?? []), ...after.problems];
  if (!after.value?.stack || (before && !before.value?.stack)) {
    return { exitCode: 1, json: { template: null, requests: [], problems }, text: tellProblems(problems) };
  }
  const derived = deriveCalls(before?.value?.stack ?? null, after.value.stack, stack.settings, loadDomainData());
  const requests = listRequests(derived.value).filter(({ phase }) => wanted.includes(phase));
  const all = [...problems, ...derived.problems];
  return {
    exitCode: 0,
    json: {
      requests: requests.map(({ key: _key, ...request }) => request),
      problems: all,
      assumptions: derived.value.assumptions,
    },
    text: [
      ...requests.map(({ phase, logicalId, action, resources }) =>
        [phase, logicalId ?? "-", action, resources.join(" ")].join("\t"),
      ),
      tellProblems(all),
    ].join("\n"),
  };
}
