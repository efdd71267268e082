import { compareCommand } from "./commands/compare";
import { evaluateCommand } from "./commands/evaluate";
import { expandCommand } from "./commands/expand";
import { historyCommand } from "./commands/history";
import { requestsCommand } from "./commands/requests";
import { roleCommand } from "./commands/role";
import { trialCommand } from "./commands/trial";
import { UnusableInput } from "./unusable-input";

/** What a command comes to: 0 done, 1 the answer is no or a template was rejected, 2 unusable arguments or files. */
export type ExitCode = 0 | 1 | 2;

export type Command = (
  args: readonly string[],
  print: (line: string) => void,
  note: (line: string) => void,
) => ExitCode;

const commands: Readonly<Record<string, Command>> = {
  expand: expandCommand,
  requests: requestsCommand,
  evaluate: evaluateCommand,
  trial: trialCommand,
  compare: compareCommand,
  history: historyCommand,
  role: roleCommand,
};

const usage = `tightrope COMMAND TEMPLATE… [options]

  expand TEMPLATE…      the CloudFormation template and the artifacts to upload
  requests TEMPLATE…    every authorisation check of the deployment   [--phase P]… [--from OLD-TEMPLATE]
  evaluate              what policies say to requests                 --policy F… --requests F [--managed-policy NAME]…
                        [--boundary F]… [--scp F]… [--session-policy F]…
  trial TEMPLATE        deploy, fix, deploy again                     --policy F… [--managed-policy NAME]… [--boundary F]
                        [--execution-policy F]… [--execution-managed-policy NAME]… [--execution-boundary F]
                        [--phase P]… [--fix generalised|as-refused|none] [--log FILE]
  compare TEMPLATE…     all approaches side by side, scored           [--candidate NAME=F]… [--llm-reply F]
                        [--next LATER-VERSION…] [--time-model F]
  history REPOSITORY TEMPLATE
                        the template's commits, deployed in turn      the role's options, as for trial; [--repaired]
                        or its versions as a file, to be uploaded     --export F
  role TEMPLATE         the role as a CloudFormation template         the role's options, as for trial; [--repaired]

  common: --stack-name S --region R --account A --parameter K=V… --topology caller|execution-role --settings F
          --format json|text

  exit code: 0 done; 1 the answer is no, or a template was rejected; 2 unusable arguments or unreadable files`;

/** Answers go to `print` (standard output), everything else to `note` (standard error). */
export function runCommand(
  [name = "", ...args]: readonly string[],
  print: (line: string) => void,
  note: (line: string) => void,
): ExitCode {
  if (asksForHelp(name, args)) {
    print(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    note(name === "" ? usage : `There is no command "${name}".\n\n${usage}`);
    return 2;
  }
  try {
    return command(args, print, note);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    note(error.message);
    return 2;
  }
}

/** What follows `--` is a path, whatever it looks like. */
function asksForHelp(name: string, args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = [name, ...(end < 0 ? args : args.slice(0, end))];
  return name === "help" || options.includes("--help");
}
