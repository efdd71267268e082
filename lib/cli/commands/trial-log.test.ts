import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { trialCommand } from "./trial";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-trial-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const template = write("shop.json", JSON.stringify({ Resources: { Orders: { Type: "AWS::SQS::Queue" } } }));
const useless = { Effect: "Allow", Action: "a4b:ListDevices", Resource: "*" };
const policy = write("policy.json", JSON.stringify({ Version: "2012-10-17", Statement: [useless] }));
const log = write(
  "deploy.log",
  ["CREATE_FAILED  AWS::SQS::Queue  Orders", "CREATE_FAILED  AWS::SQS::Queue  Orders"]
    .map((event, index) => `${event}  User: a is not authorized to perform: ${["sqs:CreateQueue", "sqs:Shout"][index]}`)
    .join("\n"),
);

const refusalSchema = z.object({ action: z.string(), line: z.number() });
const actualSchema = z.object({
  actual: z.object({
    refusals: z.array(refusalSchema),
    predicted: z.array(z.object({ refusal: refusalSchema, denial: z.object({ logicalId: z.string() }) })),
    unpredicted: z.array(refusalSchema),
  }),
});

function run(...words: readonly string[]): string {
  const lines: string[] = [];
  trialCommand(
    [template, "--policy", policy, ...words],
    (line) => lines.push(line),
    () => {},
  );
  return lines.join("\n");
}

describe("tightrope trial --log", () => {
  it("shows what was really refused, and what of it the trial foretold", () => {
    const { actual } = actualSchema.parse(JSON.parse(run("--log", log)));
    expect(actual.refusals.map(({ action, line }) => [line, action])).toEqual([
      [1, "sqs:CreateQueue"],
      [2, "sqs:Shout"],
    ]);
    expect(actual.predicted.map(({ refusal, denial }) => [refusal.action, denial.logicalId])).toEqual([
      ["sqs:CreateQueue", "Orders"],
    ]);
    expect(actual.unpredicted.map(({ action }) => action)).toEqual(["sqs:Shout"]);
  });

  it("tells it in lines too, and nothing of it where no log is given", () => {
    expect(run("--log", log, "--format", "text")).toContain("2 refusals in the log, 1 of them predicted");
    expect(JSON.parse(run())).not.toHaveProperty("actual");
  });
});
