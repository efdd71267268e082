import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { locateProgram } from "../../lib/server/processes/locate-program";
import { bundle } from "./bundle.mjs";

let folder: string;

beforeAll(() => {
  mkdirSync("test-results", { recursive: true });
  folder = mkdtempSync("test-results/bundle-");
});

beforeEach(async () => {
  writeSource("program.ts", 'import { say } from "./say";\nsay("hello" as string);\n');
  writeSource("say.ts", "export function say(word: string): void {\n  console.log(word);\n}\n");
  await bundleProgram();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeSource(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

function bundleProgram(): Promise<void> {
  return bundle({
    folder: `${folder}/made`,
    entryPoints: [`${folder}/*program.ts`],
    sources: ["program.ts", "say.ts"].map((name) => path.posix.join(folder, name)),
  });
}

function runProgram(): { stdout: string; stderr: string } {
  const { nodeArguments, script } = locateProgram(`${folder}/program.ts`, `${folder}/made`);
  return spawnSync(process.execPath, [...nodeArguments, script], { encoding: "utf8" });
}

test("a bundled program is one file of JavaScript", () => {
  rmSync(path.join(folder, "say.ts"));
  expect(runProgram().stdout).toBe("hello\n");
});

test("a program is bundled anew when a source has changed, and only then", async () => {
  writeSource("say.ts", "export function say(word: string): void {\n  console.log(word.toUpperCase());\n}\n");
  await bundleProgram();
  expect(runProgram().stdout).toBe("HELLO\n");

  const made = path.join(folder, "made", folder, "program.mjs");
  writeFileSync(made, 'console.log("kept");\n');
  await bundleProgram();
  expect(runProgram().stdout).toBe("kept\n");
});

test("an error names the line of TypeScript where it was thrown", async () => {
  writeSource("say.ts", "export function say(word: string): void {\n\n  throw new Error(word);\n}\n");
  await bundleProgram();
  expect(runProgram().stderr).toContain(`${path.join(folder, "say.ts")}:3:9`);
});
