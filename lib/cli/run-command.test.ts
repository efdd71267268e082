import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { runCommand } from "./run-command";

const folder = mkdtempSync(path.join(tmpdir(), "tightrope-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | object): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function run(...args: string[]) {
  const printed: string[] = [];
  const noted: string[] = [];
  const exitCode = runCommand(
    args,
    (line) => printed.push(line),
    (line) => noted.push(line),
  );
  return { exitCode, printed, json: () => JSON.parse(printed.join("\n")), noted: noted.join("\n") };
}

const template = write(
  "2 shop_app.yaml",
  "Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders: { Type: AWS::SQS::Queue }\n  Work:\n    Type: AWS::Serverless::Function\n    Properties: { CodeUri: work/, Handler: a.b, Runtime: nodejs22.x }\n",
);
const broken = write("broken.yaml", "Resources:\n\tA: 1\n");
const everything = write("everything.json", {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const nothing = write("nothing.json", {
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "a4b:*", Resource: "*" }],
});
const problem = z.object({ code: z.string(), severity: z.enum(["error", "warning", "info"]), message: z.string() });

describe("expand", () => {
  it("prints the template before intrinsics are resolved, the artifacts and the problems", () => {
    const { exitCode, json } = run("expand", template);
    expect(exitCode).toBe(0);
    expect(json().template.Resources.Work.Type).toBe("AWS::Lambda::Function");
    expect(json().artifacts.map(({ localPath }: { localPath: string }) => localPath)).toEqual(["work/"]);
    z.array(problem).parse(json().problems);
  });

  it("rejects with a null template, its problems and exit code 1", () => {
    const { exitCode, json } = run("expand", broken);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ template: null, problems: [{ severity: "error", line: 2 }] });
  });

  it("prints a line for each of several templates, in order, also for those that failed", () => {
    const { exitCode, printed } = run("expand", template, broken, path.join(folder, "missing.yaml"));
    expect(exitCode).toBe(2);
    const lines = printed.map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => path.basename(file))).toEqual(["2 shop_app.yaml", "broken.yaml", "missing.yaml"]);
    expect(lines.map((line) => line.template === null)).toEqual([false, true, true]);
  });
});

describe("requests", () => {
  it("prints checks in the order of their calls, named after the file, in us-east-1", () => {
    const { exitCode, json } = run("requests", template, "--phase", "create");
    expect(exitCode).toBe(0);
    const create = json().requests.find(({ action }: { action: string }) => action === "sqs:CreateQueue");
    expect(create).toMatchObject({
      phase: "create",
      principal: "ci",
      via: "cloudformation",
      logicalId: "Orders",
      certainty: "documented",
      cloudTrail: { eventName: "CreateQueue", category: "management", readOnly: false, names: "request" },
    });
    expect(create.resources[0]).toMatch(/^arn:aws:sqs:us-east-1:123456789012:stack-2-shop-app-Orders-/);
    expect(create.context["aws:CalledVia"]).toEqual(["cloudformation.amazonaws.com"]);
  });

  it("takes the update from an older template", () => {
    const old = write("old.yaml", "Resources:\n  Orders: { Type: AWS::SQS::Queue, Properties: { DelaySeconds: 5 } }\n");
    const { json } = run("requests", template, "--from", old, "--phase", "update");
    const actions = json().requests.map(({ action }: { action: string }) => action);
    expect(actions).toContain("sqs:SetQueueAttributes");
    expect(actions).toContain("lambda:CreateFunction");
  });

  it("lets an execution role do CloudFormation's part", () => {
    const { json } = run(
      "requests",
      template,
      "--topology",
      "execution-role",
      "--phase",
      "create",
      "--phase",
      "changeset",
    );
    const principals = json().requests.map(
      ({ via, principal }: { via: string; principal: string }) => `${via} ${principal}`,
    );
    expect(new Set(principals)).toEqual(new Set(["cli ci", "cloudformation execution-role"]));
  });
});

describe("evaluate", () => {
  const requests = write("requests.json", {
    requests: [{ action: "sqs:CreateQueue", resources: ["arn:aws:sqs:us-east-1:123456789012:a"] }],
  });

  it("decides every request, in order, with the statements that decided", () => {
    const { exitCode, json } = run("evaluate", "--policy", everything, "--requests", requests);
    expect(exitCode).toBe(0);
    expect(json().decisions).toEqual([
      {
        decision: "allowed",
        blockedBy: null,
        statements: [{ policyType: "identity", policy: 0, statement: 0, sid: null }],
      },
    ]);
  });

  it("lets every given policy type decide", () => {
    for (const type of ["boundary", "scp", "session-policy"]) {
      const { json } = run("evaluate", "--policy", everything, `--${type}`, nothing, "--requests", requests);
      expect(json().decisions[0].decision).toBe("implicitDeny");
    }
  });

  it("takes AWS managed policies by name", () => {
    const { json } = run("evaluate", "--managed-policy", "AmazonSQSFullAccess", "--requests", requests);
    expect(json().decisions[0].decision).toBe("allowed");
    expect(run("evaluate", "--managed-policy", "NoSuchPolicy", "--requests", requests).exitCode).toBe(2);
  });
});

describe("trial", () => {
  it("works with everything, and does not with nothing", () => {
    const works = run("trial", template, "--policy", everything);
    expect(works.exitCode).toBe(0);
    expect(works.json()).toMatchObject({
      works: true,
      converges: true,
      rounds: 0,
      attempts: [{ outcome: "complete", denials: [], fix: null }],
    });
    const fails = run("trial", template, "--policy", nothing);
    expect(fails.exitCode).toBe(1);
    expect(fails.json()).toMatchObject({ works: false, converges: true });
    expect(Object.keys(fails.json().attempts[0].denials[0])).toEqual(
      expect.arrayContaining(["logicalId", "resourceType", "phase", "action", "resources"]),
    );
  });

  it("ends with policies that the same command accepts and that work", () => {
    const { json } = run("trial", template, "--policy", nothing);
    const candidate = write("working.json", json().workingPolicies);
    expect(run("trial", template, "--policy", candidate).exitCode).toBe(0);
  });

  it("does not fix where told not to", () => {
    const { json } = run("trial", template, "--policy", nothing, "--fix", "none");
    expect(json()).toMatchObject({ works: false, converges: false, rounds: 1 });
  });
});

describe("compare", () => {
  it("scores every candidate in the promised shape", () => {
    const reply = write(
      "reply.txt",
      `Here you are: {"policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}`,
    );
    const { exitCode, json } = run("compare", template, "--candidate", `mine=${everything}`, "--llm-reply", reply);
    expect(exitCode).toBe(0);
    const count = {
      listed: z.number(),
      granted: z.number(),
      needed: z.number(),
      missing: z.number(),
      excess: z.number(),
      conditional: z.number(),
      onWildcard: z.number(),
    };
    const resilience = z.object({
      changes: z.number(),
      survived: z.number(),
      share: z.number().nullable(),
      weightedShare: z.number().nullable(),
      notApplicable: z.number(),
      notModelled: z.number(),
    });
    const candidate = z.object({
      approach: z.string(),
      name: z.string(),
      evidence: z.enum(["measured", "imported", "recorded", "simulated"]),
      policies: z.object({ policies: z.array(z.unknown()), managedPolicies: z.array(z.string()) }),
      scores: z.object({
        timeToWorking: z.object({
          rounds: z.number(),
          roundsIfOneDenialEach: z.number(),
          minutes: z.number().nullable(),
          converges: z.boolean(),
        }),
        actionCount: z.object({ asProposed: z.object(count), repaired: z.object(count) }),
        resilience: z.object({ asProposed: resilience, repaired: resilience }),
        exposure: z.object({ paths: z.array(z.object({ id: z.string() })) }),
      }),
    });
    const { candidates } = z
      .object({ candidates: z.array(candidate), assumptions: z.array(z.unknown()), problems: z.array(problem) })
      .parse(json());
    expect(candidates.map(({ name }) => name)).toEqual(["access-analyzer", "llm", "boundary", "administrator", "mine"]);
    expect(candidates[1]?.evidence).toBe("imported");
  });
});

describe("unusable arguments", () => {
  it.each([
    [["nonsense"], "nonsense"],
    [["expand"], "Which template"],
    [["expand", "missing.yaml"], "missing.yaml"],
    [["requests", template, "--phase", "later"], "--phase"],
    [["requests", template, "--stack-name", "1st"], "--stack-name"],
    [["requests", template, "--region", "moon"], "--region"],
    [["requests", template, "--account", "12"], "--account"],
    [["requests", template, "--parameter", "novalue"], "--parameter"],
    [["requests", template, "--topology", "ring"], "--topology"],
    [["trial", template], "Which policy"],
    [["trial", template, "--policy", broken], "JSON"],
    [["compare", template, "--format", "xml"], "--format"],
    [["compare", template, "--shiny"], "--shiny"],
  ])("%j are told in one sentence, with exit code 2", (args, told) => {
    const { exitCode, printed, noted } = run(...args);
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: [] });
    expect(noted).toContain(told);
  });
});

describe("help", () => {
  it.each([["help"], ["--help"], ["trial", "--help"], ["compare", template, "--help"]])(
    "is printed for %s %s",
    (...args) => {
      const { exitCode, printed, noted } = run(...args);
      expect({ exitCode, noted }).toEqual({ exitCode: 0, noted: "" });
      expect(printed.join("\n")).toContain("expand TEMPLATE…");
    },
  );

  it("is shown beside a command that there is not, and where none is given, as unusable", () => {
    expect(run("guess")).toMatchObject({ exitCode: 2, printed: [], noted: expect.stringContaining('"guess"') });
    expect(run()).toMatchObject({ exitCode: 2, printed: [], noted: expect.stringContaining("COMMAND TEMPLATE") });
  });

  it("is a path where it stands behind the options", () => {
    const { exitCode, noted } = run("trial", "--policy", everything, "--", "--help");
    expect(exitCode).toBe(2);
    expect(noted).toContain("--help");
    expect(noted).not.toContain("COMMAND TEMPLATE");
  });
});
