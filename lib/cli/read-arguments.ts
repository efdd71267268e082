import { type ParseArgsConfig, parseArgs } from "node:util";
import { UnusableInput } from "./unusable-input";

/** Options of a command by name: `one` takes a value, `many` may be given several times, `flag` takes none. */
export type OptionKinds = Readonly<Record<string, "one" | "many" | "flag">>;

export interface Arguments {
  readonly files: readonly string[];
  one(name: string): string | undefined;
  many(name: string): readonly string[];
  has(flag: string): boolean;
}

/** What to ask for where a command's template is missing. */
export const oneTemplate: readonly string[] = ["Which template? Give the path of a SAM template."];

/**
 * Options that take several values (`--policy a.json b.json`) take the words that can be theirs, up to the next option.
 *
 * @param needed for each word that belongs to no option, what to ask where it is missing; more may follow the last one
 */
export function readArguments(words: readonly string[], kinds: OptionKinds, needed: readonly string[]): Arguments {
  const { values, positionals } = parse(repeatOptions(words, kinds, needed.length), kinds);
  if (needed.length === 0 && positionals.length > 0)
    throw new UnusableInput(`Unexpected argument "${positionals[0]}".`);
  const missing = needed[positionals.length];
  if (missing !== undefined) throw new UnusableInput(missing);
  const valuesOf = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === "string");
  return {
    files: positionals,
    one: (name) => valuesOf(name).at(-1),
    many: valuesOf,
    has: (flag) => values[flag] === true,
  };
}

function parse(args: readonly string[], kinds: OptionKinds) {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const), multiple: kind === "many" },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : "The arguments cannot be read.");
  }
}

/** `--policy a b` is written `--policy a --policy b`. As long as a template is missing, a second word is the template. */
function repeatOptions(words: readonly string[], kinds: OptionKinds, needed: number): readonly string[] {
  const repeated: string[] = [];
  let open: string | null = null;
  let awaitsValue = false;
  let missing = needed;
  for (const word of words) {
    if (word.startsWith("--")) {
      const [name = "", value] = word.slice(2).split("=");
      open = kinds[name] === "many" ? name : null;
      awaitsValue = value === undefined && kinds[name] !== "flag";
    } else if (awaitsValue) {
      awaitsValue = false;
    } else if (open !== null && missing <= 0 && canFollow(open, word)) {
      repeated.push(`--${open}`);
    } else {
      missing--;
    }
    repeated.push(word);
  }
  return repeated;
}

/** A template that stands after `--parameter K=V` is a template still. */
function canFollow(option: string, word: string): boolean {
  if (option === "parameter" || option === "candidate") return word.includes("=");
  if (option === "phase") return /^[a-z]+$/.test(word);
  return true;
}
