import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { noMaterial } from "../../lib/domain/approaches/material";
import type { ComparisonInput } from "../../lib/domain/comparison-input";
import { defaultDeploySettings } from "../../lib/domain/stack";

/** Real templates for tests and benchmarks; not ours to commit, so they may be missing. */
export const patternsFolder = "../shared/corpus/serverless-patterns";

export interface PatternTemplate {
  readonly name: string;
  readonly text: string;
}

export function hasPatterns(): boolean {
  return existsSync(patternsFolder);
}

export function readPatterns(only = ""): readonly PatternTemplate[] {
  return readdirSync(patternsFolder)
    .filter((file) => !file.endsWith(".cfn.json") && file.includes(only))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(path.join(patternsFolder, file), "utf8") }));
}

/** A comparison as somebody would start it who only has the template. */
export function inputOf({ text }: PatternTemplate): ComparisonInput {
  return {
    templateText: text,
    stackName: "pattern",
    region: "us-east-1",
    account: "123456789012",
    parameters: {},
    settings: defaultDeploySettings,
    material: noMaterial,
    nestedTemplates: {},
  };
}
