import { type ParseArgsConfig, parseArgs } from "node:util";
import { UnusableInput } from "./unusable-input";

/** Options of a command by name: `one` takes a value, `many` may be given several times. */
export type OptionKinds = Readonly<Record<string, "one" | "many">>;

export interface Arguments {
  readonly files: readonly string[];
  one(name: string): string | undefined;
  many(name: string): readonly string[];
}

/** Options that take several values (`--policy a.json b.json`) take the words that can be theirs, up to the next option. */
export function readArguments(words: readonly string[], kinds: OptionKinds, filesExpected: boolean): Arguments {
  const { values, positionals } = parse(repeatOptions(words, kinds, filesExpected), kinds);
  if (!filesExpected && positionals.length > 0) throw new UnusableInput(`Unexpected argument "${positionals[0]}".`);
  if (filesExpected && positionals.length === 0)
    throw new UnusableInput("Which template? Give the path of a SAM template.");
  const valuesOf = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === "string");
  return { files: positionals, one: (name) => valuesOf(name).at(-1), many: valuesOf };
}

function parse(args: readonly string[], kinds: OptionKinds) {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: "string" as const, multiple: kind === "many" }]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : "The arguments cannot be read.");
  }
}

/** `--policy a b` is written `--policy a --policy b`. Before the first template, a second word is the template. */
function repeatOptions(words: readonly string[], kinds: OptionKinds, filesExpected: boolean): readonly string[] {
  const repeated: string[] = [];
  let open: string | null = null;
  let awaitsValue = false;
  let fileSeen = !filesExpected;
  for (const word of words) {
    if (word.startsWith("--")) {
      const [name = "", value] = word.slice(2).split("=");
      open = kinds[name] === "many" ? name : null;
      awaitsValue = value === undefined;
    } else if (awaitsValue) {
      awaitsValue = false;
    } else if (open !== null && fileSeen && canFollow(open, word)) {
      repeated.push(`--${open}`);
    } else {
      fileSeen = true;
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
