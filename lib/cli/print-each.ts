import type { Arguments } from "./read-arguments";
import { readFormat, readStackOptions, type StackOptions } from "./read-stack-options";
import type { ExitCode } from "./run-command";
import { UnusableInput } from "./unusable-input";

/** A command's answer for one template. */
export interface Answer {
  readonly exitCode: ExitCode;
  readonly json: object;
  readonly text: string;
}

/**
 * Answers for every template in order. One template: the object alone, indented. Several: an object a line, with `file`, also
 * for those that failed; the highest exit code counts.
 */
export function printEach(
  args: Arguments,
  answer: (stack: StackOptions) => Answer,
  print: (line: string) => void,
): ExitCode {
  const format = readFormat(args);
  const several = args.files.length > 1;
  let exitCode: ExitCode = 0;
  for (const file of args.files) {
    const answered = several ? answerOrTell(file, args, answer) : answer(readStackOptions(file, args));
    if (answered.exitCode > exitCode) exitCode = answered.exitCode;
    if (format === "text") print(several ? `${file}\n${answered.text}\n` : answered.text);
    else print(several ? JSON.stringify({ file, ...answered.json }) : JSON.stringify(answered.json, null, 2));
  }
  return exitCode;
}

/** Among several, a file that cannot be used is an answer of its own and does not keep the others from theirs. */
function answerOrTell(file: string, args: Arguments, answer: (stack: StackOptions) => Answer): Answer {
  try {
    return answer(readStackOptions(file, args));
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const problem = { code: "unusable-input", severity: "error", message: error.message };
    return { exitCode: 2, json: { template: null, problems: [problem] }, text: error.message };
  }
}
