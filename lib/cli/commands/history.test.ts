import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { exportedHistorySchema } from "../../schemas/exported-history";
import { UnusableInput } from "../unusable-input";
import { historyCommand } from "./history";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-history-"));
const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];

function git(...args: readonly string[]): void {
  execFileSync("git", ["-C", folder, ...identity, ...args], { stdio: "ignore" });
}

function commit(file: string, text: string): void {
  writeFileSync(path.join(folder, file), text);
  git("add", "-A");
  git("commit", "-q", "-m", `Change ${file}`);
}

const template = (resources: object) => JSON.stringify({ Resources: resources }, null, 2);
const queue = (delay: number) => ({ Orders: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: delay } } });
const topic = { Notices: { Type: "AWS::SNS::Topic" } };

const reportSchema = z.object({
  role: z.string(),
  survived: z.number(),
  failed: z.number(),
  share: z.number().nullable(),
  versions: z.array(
    z.object({
      commit: z.string().regex(/^[0-9a-f]{40}$/),
      date: z.iso.datetime({ offset: true }),
      verdict: z.string(),
      denials: z.array(z.object({ action: z.string() })),
    }),
  ),
});

function run(...words: readonly string[]): { exitCode: number; printed: string } {
  const lines: string[] = [];
  const exitCode = historyCommand(
    words,
    (line) => lines.push(line),
    () => {},
  );
  return { exitCode, printed: lines.join("\n") };
}

function failOnPrint(line: string): void {
  throw new Error(`Printed: ${line}`);
}

function replay(...words: readonly string[]) {
  const { exitCode, printed } = run(...words);
  return { exitCode, ...reportSchema.parse(JSON.parse(printed)) };
}

beforeAll(() => {
  git("init", "-q", "-b", "main");
  commit("old.json", template(queue(1)));
  commit("readme.md", "nothing of the template");
  git("switch", "-q", "-c", "side");
  commit("old.json", template({ ...queue(1), ...topic }));
  commit("old.json", template({ ...queue(3), ...topic }));
  git("switch", "-q", "main");
  commit("readme.md", "meanwhile on the main line");
  git("merge", "-q", "--no-ff", "-m", "Merge side", "side");
  git("mv", "old.json", "template.json");
  git("commit", "-q", "-m", "Rename");
  commit("template.json", "{");
  commit("template.json", template({ ...queue(5), ...topic }));
  mkdirSync(path.join(folder, "policies"));
  const deny = { Effect: "Deny", Action: "sns:*", Resource: "*" };
  const allow = { Effect: "Allow", Action: "*", Resource: "*" };
  const policy = { Version: "2012-10-17", Statement: [allow, deny] };
  writeFileSync(path.join(folder, "policies/queues.json"), JSON.stringify(policy));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("tightrope history", () => {
  it("replays what the main line did to the template, through merges and renames", () => {
    const { exitCode, versions, role } = replay(folder, "template.json", "--managed-policy", "AdministratorAccess");
    expect(versions.map(({ verdict }) => verdict)).toEqual(["deploys", "deploys", "deploys", "rejected", "deploys"]);
    expect({ exitCode, role }).toEqual({ exitCode: 0, role: "as-given" });
  });

  it("exits with 1 where a deployment would have failed, wherever the options stand", () => {
    const policy = path.join(folder, "policies/queues.json");
    const { exitCode, versions, ...figures } = replay("--policy", policy, folder, "template.json");
    expect(exitCode).toBe(1);
    expect(versions[1]?.denials.map(({ action }) => action)).toContain("sns:CreateTopic");
    expect(figures).toMatchObject({ survived: 3, failed: 1, share: 0.75 });
  });

  it("starts from the repaired role where that is asked for", () => {
    const useless = { Effect: "Allow", Action: "a4b:ListDevices", Resource: "*" };
    const nothing = path.join(folder, "policies/nothing.json");
    writeFileSync(nothing, JSON.stringify({ Version: "2012-10-17", Statement: [useless] }));
    const { versions, role } = replay("--repaired", folder, "template.json", "--policy", nothing);
    expect(role).toBe("repaired");
    expect(versions.map(({ verdict }) => verdict)).toEqual(["deploys", "fails", "deploys", "rejected", "fails"]);
  });

  it("tells it in lines", () => {
    const { printed } = run(folder, "template.json", "--managed-policy", "AdministratorAccess", "--format", "text");
    expect(printed.split("\n")).toHaveLength(6);
    expect(printed).toContain("4 deployments would have gone through, 0 would have failed, 100 % survived");
  });

  it("writes the versions to a file instead, which takes no role", () => {
    const file = path.join(folder, "policies/history.json");
    const notes: string[] = [];
    const exitCode = historyCommand([folder, "template.json", "--export", file], failOnPrint, (line) =>
      notes.push(line),
    );
    const { template: exportedPath, versions } = exportedHistorySchema.parse(JSON.parse(readFileSync(file, "utf8")));
    expect({ exitCode, exportedPath }).toEqual({ exitCode: 0, exportedPath: "template.json" });
    expect(versions.map(({ subject }) => subject)).toEqual([
      "Change old.json",
      "Merge side",
      "Rename",
      "Change template.json",
      "Change template.json",
    ]);
    expect(versions[3]?.text).toBe("{");
    expect(notes.join(" ")).toContain("5 versions of template.json");
    const nowhere = path.join(folder, "nowhere/history.json");
    expect(() => run(folder, "template.json", "--export", nowhere)).toThrow(/Cannot write .*ENOENT/);
  });

  it("says what is missing or cannot be read", () => {
    const role = ["--managed-policy", "AdministratorAccess"];
    expect(() => run(folder, "nowhere.json", ...role)).toThrow(UnusableInput);
    expect(() => run(path.join(folder, "nowhere"), "template.json", ...role)).toThrow(/git cannot read/);
    expect(() => run(folder, ...role)).toThrow(/Which template/);
    expect(() => run(folder, "template.json")).toThrow(/Which policy/);
  });
});
