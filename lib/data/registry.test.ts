import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadDomainData } from "./domain-data";
import { readRegistry, type StoredRegistry } from "./registry";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tightrope-registry-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function store(region: string, retrieved: string): void {
  const stored: StoredRegistry = {
    format: 1,
    region,
    retrieved,
    source: "probe.zip",
    sha256: "0".repeat(64),
    types: { [`AWS::Probe::${region}`]: { create: ["sqs:CreateQueue"], read: [], update: [], delete: [] } },
  };
  writeFileSync(path.join(folder, `${region}.json`), JSON.stringify(stored));
}

test("there is no table where none was downloaded", () => {
  expect(readRegistry(path.join(folder, "never-made"))).toBeNull();
  mkdirSync(path.join(folder, "empty"));
  expect(readRegistry(path.join(folder, "empty"))).toBeNull();
  expect(loadDomainData()).not.toHaveProperty("registry");
});

test("of several regions the one fetched last counts, and is named", () => {
  store("us-east-1", "2026-11-23T10:00:00.000Z");
  store("eu-west-1", "2026-11-24T10:00:00.000Z");
  store("eu-central-1", "2026-11-22T10:00:00.000Z");
  expect(readRegistry(folder)).toMatchObject({ version: "2026-11-24 eu-west-1" });
  expect(Object.keys(readRegistry(folder)?.types ?? {})).toEqual(["AWS::Probe::eu-west-1"]);
});

test("a file of another shape is named, with what mends it", () => {
  for (const text of ["", "{}", '{"format":2}']) {
    writeFileSync(path.join(folder, "us-east-1.json"), text);
    expect(() => readRegistry(folder)).toThrow(/us-east-1\.json cannot be read; .*npm run registry:update/);
  }
});
