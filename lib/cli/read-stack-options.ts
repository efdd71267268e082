import { basename, extname } from "node:path";
import { loadSamples } from "../data/samples";
import { type DeploySettings, defaultDeploySettings } from "../domain/stack";
import { partialDeploySettingsSchema } from "../schemas/deploy-settings";
import { accountSchema, exampleAccount, regionSchema, stackNameSchema } from "../schemas/deploy-target";
import type { Arguments, OptionKinds } from "./read-arguments";
import { readJson, readText } from "./read-files";
import { readNestedTemplates } from "./read-nested-templates";
import { UnusableInput } from "./unusable-input";

/** Options of every command that takes templates. */
export const stackOptions: OptionKinds = {
  "stack-name": "one",
  region: "one",
  account: "one",
  parameter: "many",
  topology: "one",
  settings: "one",
  format: "one",
};

/** A template file with everything that says where and how it is deployed. */
export interface StackOptions {
  readonly templateText: string;
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly nestedTemplates: Readonly<Record<string, string>>;
  readonly settings: DeploySettings;
}

/** A sample opens with the settings of its recording; any other file with its name, us-east-1 and AWS's example account. */
export function readStackOptions(file: string, args: Arguments): StackOptions {
  return readOptionsFor(file, readText(file), args);
}

/** The same for a text that does not come from the file of that name as it is now. */
export function readOptionsFor(file: string, templateText: string, args: Arguments): StackOptions {
  const recorded = loadSamples().find(
    (sample) => sample.template.trimEnd() === templateText.trimEnd(),
  )?.recordedSettings;
  return {
    templateText,
    stackName: check(stackNameSchema, args.one("stack-name") ?? recorded?.stackName ?? nameAfter(file), "--stack-name"),
    region: check(regionSchema, args.one("region") ?? recorded?.region ?? "us-east-1", "--region"),
    account: check(accountSchema, args.one("account") ?? recorded?.account ?? exampleAccount, "--account"),
    parameters: readParameters(args.many("parameter")),
    nestedTemplates: readNestedTemplates(file, templateText),
    settings: readSettings(args),
  };
}

export function readFormat(args: Arguments): "json" | "text" {
  const format = args.one("format") ?? "json";
  if (format !== "json" && format !== "text") throw new UnusableInput(`--format takes json or text, not "${format}".`);
  return format;
}

/** The file's name made legal: `[A-Za-z][-A-Za-z0-9]*`, at most 128 characters. */
function nameAfter(file: string): string {
  const plain = basename(file, extname(file)).replace(/[^-A-Za-z0-9]+/g, "-");
  const legal = /^[A-Za-z]/.test(plain) ? plain : `stack-${plain.replace(/^-+/, "")}`;
  return legal.slice(0, 128).replace(/-+$/, "");
}

function readParameters(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 1) throw new UnusableInput(`--parameter takes NAME=VALUE, not "${pair}".`);
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}

function readSettings(args: Arguments): DeploySettings {
  const file = args.one("settings");
  const given = file === undefined ? {} : check(partialDeploySettingsSchema, readJson(file), `--settings ${file}`);
  const topology = args.one("topology") ?? given.topology ?? defaultDeploySettings.topology;
  if (topology !== "caller" && topology !== "execution-role") {
    throw new UnusableInput(`--topology takes caller or execution-role, not "${topology}".`);
  }
  const account = { ...defaultDeploySettings.account, ...given.account };
  return { ...defaultDeploySettings, ...given, account, topology };
}

interface Checked<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { message: string; path: readonly PropertyKey[] }[] } };
}

/** A value that a person gave, checked; what is wrong with it is told with the option. */
export function check<T>(schema: Checked<T>, value: unknown, option: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new UnusableInput(`${option}: ${told.join(" ")}`);
}
