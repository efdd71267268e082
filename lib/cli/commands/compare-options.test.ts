import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { UnusableInput } from "../unusable-input";
import { compareCommand } from "./compare";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: object): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const queue = (delay: number) => ({ Orders: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: delay } } });
const template = write("shop.json", { Resources: queue(1) });
const slower = write("slower.json", { Resources: queue(5) });
const refused = write("refused.json", { Resources: { Orders: { Type: "AWS::SQS::Queue", DependsOn: "Missing" } } });

const partSchema = z.object({ constant: z.string(), minutes: z.number(), source: z.string() });
const reportSchema = z.object({
  candidates: z.array(
    z.object({
      name: z.string(),
      nextVersions: z.array(z.object({ name: z.string(), repaired: z.object({ verdict: z.string() }) })),
      scores: z
        .object({
          timeToWorking: z.object({ parts: z.array(partSchema) }),
          resilience: z.object({ repaired: z.object({ nextVersions: z.unknown(), history: z.unknown() }) }),
        })
        .nullable(),
    }),
  ),
});

function run(...words: readonly string[]): string {
  const lines: string[] = [];
  compareCommand(
    words,
    (line) => lines.push(line),
    () => {},
  );
  return lines.join("\n");
}

function findAdministrator(printed: string) {
  return reportSchema.parse(JSON.parse(printed)).candidates.find(({ name }) => name === "administrator");
}

describe("tightrope compare --next", () => {
  it("tries every later version, in the order given", () => {
    const administrator = findAdministrator(run(template, "--next", slower, refused));
    expect(administrator?.nextVersions.map(({ name, repaired }) => [name, repaired.verdict])).toEqual([
      [slower, "deploys"],
      [refused, "not-applicable"],
    ]);
  });

  it("counts them in the scores, apart from what CloudFormation would refuse", () => {
    const versions = ["--next", slower, "--next", refused];
    expect(findAdministrator(run(template, ...versions))?.scores?.resilience.repaired).toMatchObject({
      nextVersions: { versions: 1, survived: 1, share: 1, rejected: 1, notModelled: 0 },
      history: null,
    });
    expect(findAdministrator(run(template))?.scores?.resilience.repaired.nextVersions).toBeNull();
    expect(run(template, ...versions, "--format", "text")).toContain("1 of 1 next versions");
  });

  it("says why a version was refused in lines too, and takes the versions of one template only", () => {
    expect(run(template, "--next", refused, "--format", "text")).toMatch(/refused\.json\t.*not-applicable.*Missing/);
    expect(() => run(template, slower, "--next", refused)).toThrow(UnusableInput);
  });
});

describe("tightrope compare --time-model", () => {
  it("counts with the team's own figures", () => {
    const own = write("times.json", { "attach-managed-policy": 30 });
    const parts = findAdministrator(run(template, "--time-model", own))?.scores?.timeToWorking.parts;
    expect(parts?.find(({ constant }) => constant === "attach-managed-policy")).toMatchObject({
      minutes: 30,
      source: "set for this run",
    });
  });

  it("names the constants that there are where another is given", () => {
    const wrong = write("wrong.json", { coffee: 15 });
    expect(() => run(template, "--time-model", wrong)).toThrow(/--time-model.*for nothing else: attach-/);
  });
});

const uncountedSchema = z.object({
  candidates: z.array(
    z.object({
      scores: z
        .object({ actionCount: z.object({ repaired: z.looseObject({ gap: z.string().nullable() }) }) })
        .nullable(),
    }),
  ),
});

describe("tightrope compare --candidate", () => {
  it("tells rounds, minutes and resilience of a role that is too large to count", () => {
    const endless = (Resource: string) => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource }],
    });
    const role = write("endless.json", {
      policies: [endless(`*${"ab".repeat(30_000)}*b`)],
      boundary: endless("a".repeat(60_000)),
    });
    const given = ["--candidate", `endless=${role}`];
    expect(run(template, ...given, "--format", "text")).toMatch(
      /^endless\timported\t\d+ rounds, [\d.]+ min\tactions granted not counted, \d+ missing\t\d+ % of changes survived\texposures not counted$/m,
    );
    const candidate = uncountedSchema.parse(JSON.parse(run(template, ...given))).candidates.at(-1);
    expect(candidate?.scores?.actionCount.repaired).toMatchObject({
      granted: null,
      excess: null,
      gap: expect.stringContaining("CI role of the candidate endless is too large"),
    });
  });
});
