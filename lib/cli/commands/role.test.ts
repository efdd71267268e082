import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { runCommand } from "../run-command";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-role-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const template = path.join(folder, "shop.yaml");
writeFileSync(template, "Resources:\n  Orders: { Type: AWS::SQS::Queue }\n");
const policy = (effect: string, action: string) => {
  const file = path.join(folder, `${effect}.json`);
  writeFileSync(
    file,
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: effect, Action: action, Resource: "*" }] }),
  );
  return file;
};

function run(...args: string[]) {
  const printed: string[] = [];
  const noted: string[] = [];
  const exitCode = runCommand(
    ["role", template, ...args],
    (line) => printed.push(line),
    (line) => noted.push(line),
  );
  return { exitCode, role: JSON.parse(printed.join("\n")).Resources.DeployRole, noted: noted.join("\n") };
}

it("prints a role as given, and as its trial repairs it", () => {
  const given = policy("Allow", "s3:*");
  const actionsOf = (role: object) => JSON.stringify(role);
  expect(actionsOf(run("--policy", given).role)).not.toContain("sqs:CreateQueue");
  const repaired = run("--policy", given, "--repaired");
  expect(repaired).toMatchObject({ exitCode: 0, noted: "" });
  expect(actionsOf(repaired.role)).toContain("sqs:CreateQueue");
});

it("says why a role cannot be repaired, with exit code 1", () => {
  const { exitCode, noted } = run("--policy", policy("Deny", "sqs:*"), "--repaired");
  expect(exitCode).toBe(1);
  expect(noted).toContain("no addition lifts a deny");
});
