import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { defaultDeploySettings } from "../stack";
import { readStack, type StackInput } from "../stages";
import { parseTemplate } from "../template/parse-template";
import { changeFrequencies } from "./change-frequencies";
import { describeDifference } from "./describe-difference";
import { templateChanges } from "./template-changes";

const folders = [path.join(import.meta.dirname, "cases"), path.join(import.meta.dirname, "../../data/samples")];
const bases = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(yaml|json)$/.test(file))
    .map((file) => ({ name: file, text: readFileSync(path.join(folder, file), "utf8") })),
);
const documents = bases.map(({ name, text }) => ({ name, document: parseTemplate(text).value?.document ?? {} }));

function inputOf(templateText: string): StackInput {
  return {
    templateText,
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    parameters: {},
    settings: defaultDeploySettings,
    nestedTemplates: {},
  };
}

describe.each(templateChanges.map((change) => [change.id, change] as const))("%s", (_id, change) => {
  const applied = documents.flatMap(({ name, document }) => {
    const before = JSON.stringify(document);
    const changed = change.apply(document);
    return [{ name, document, before, changed }];
  });

  it("applies to one of the cases at least, and leaves the template that it was given as it was", () => {
    expect(applied.some(({ changed }) => changed !== null)).toBe(true);
    for (const { document, before } of applied) expect(JSON.stringify(document)).toBe(before);
  });

  it("makes a template that differs in something a person can read, and that expands", () => {
    for (const { name, document, changed } of applied) {
      if (changed === null) continue;
      const difference = describeDifference(document, changed.document);
      expect(difference === null, `${change.id} on ${name}`).toBe(changed.deployedAs !== "update");
      const { value, problems } = readStack(inputOf(JSON.stringify(changed.document)));
      const errors = problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
      expect(errors, `${change.id} on ${name}`).toEqual([]);
      expect(value?.stack).toBeTruthy();
    }
  });

  it("names kinds that were measured", () => {
    for (const kind of change.kinds) expect(changeFrequencies).toHaveProperty([kind]);
  });
});

describe("templateChanges", () => {
  it("has a different id for every change", () => {
    expect(new Set(templateChanges.map(({ id }) => id)).size).toBe(templateChanges.length);
  });

  it("stands for nine tenths of the measured weight of changes that touch resources", () => {
    const touching = Object.entries(changeFrequencies).filter(([kind]) => !kind.startsWith("template/"));
    const covered = new Set(templateChanges.flatMap(({ kinds }) => kinds));
    const sum = (entries: typeof touching) => entries.reduce((total, [, share]) => total + share, 0);
    expect(sum(touching.filter(([kind]) => covered.has(kind))) / sum(touching)).toBeGreaterThanOrEqual(0.9);
  });

  it("counts no measured kind twice", () => {
    const kinds = templateChanges.flatMap((change) => change.kinds);
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([]);
  });
});
