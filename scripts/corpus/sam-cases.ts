import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the official cases stand, beside the repository; a stranger's clone has none. */
export const corpusFolder = path.resolve(import.meta.dirname, "../../../shared/corpus");

export type SamGroup = "translator" | "errors" | "serverless-patterns";

export interface SamCase {
  readonly group: SamGroup;
  readonly name: string;
  readonly templateText: string;
  /** The official output, or for `errors` the official message, as JSON text. */
  readonly expectedText: string;
}

export function hasCorpus(): boolean {
  return existsSync(corpusFolder);
}

export function readSamCases(): SamCase[] {
  return [
    ...readTranslatorCases("translator", "output"),
    ...readTranslatorCases("errors", "error-output"),
    ...readPatterns(),
  ];
}

function readTranslatorCases(group: SamGroup, outputFolder: string): SamCase[] {
  const folder = path.join(corpusFolder, "translator");
  const inputs = new Map(readdirSync(path.join(folder, "input")).map((file) => [path.parse(file).name, file]));
  return readdirSync(path.join(folder, outputFolder)).flatMap((file) => {
    const name = path.parse(file).name;
    const input = inputs.get(name);
    if (input === undefined) return [];
    return [
      { group, name, templateText: read(folder, "input", input), expectedText: read(folder, outputFolder, file) },
    ];
  });
}

const expectedSuffix = ".cfn.json";

function readPatterns(): SamCase[] {
  const folder = path.join(corpusFolder, "serverless-patterns");
  return readdirSync(folder)
    .filter((file) => file.endsWith(expectedSuffix))
    .map((file) => {
      const name = file.slice(0, -expectedSuffix.length);
      return { group: "serverless-patterns", name, templateText: read(folder, name), expectedText: read(folder, file) };
    });
}

function read(...parts: string[]): string {
  return readFileSync(path.join(...parts), "utf8");
}
