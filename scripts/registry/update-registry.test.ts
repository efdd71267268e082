import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readRegistry, storedRegistrySchema } from "../../lib/data/registry";
import { findFreePort } from "../setup/tcp-ports";
import { makeArchive } from "./testing/make-archive";
import { updateRegistry } from "./update-registry";

const root = mkdtempSync(path.join(os.tmpdir(), "tightrope-registry-"));
const folder = path.join(root, "registry");
let server: Server;
let address: string;
let archive: Uint8Array;

beforeAll(async () => {
  archive = await makeArchive({
    "queue.json": {
      typeName: "AWS::Probe::Queue",
      handlers: {
        create: { permissions: ["sqs:TagQueue", "sqs:CreateQueue", "", "sqs:CreateQueue "] },
        delete: { permissions: ["sqs:DeleteQueue"] },
      },
    },
    "old.json": { typeName: "AWS::Probe::Old" },
    "silent.json": { typeName: "AWS::Probe::Silent", handlers: { create: { permissions: [] } } },
  });
  server = createServer((request, response) => {
    if (request.url === "/archive.zip") response.end(archive);
    else if (request.url === "/cut-off.zip") {
      response.writeHead(200, { "content-length": archive.length });
      response.write(archive.subarray(0, 10), () => response.destroy());
    } else if (request.url === "/huge.zip") sendForever(response);
    else response.writeHead(403).end("no");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
});

function sendForever(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024);
  const send = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", send);
  send();
}

beforeEach(() => rmSync(folder, { recursive: true, force: true }));

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true, force: true });
});

describe("an update", () => {
  test("stores the permissions with where they come from, and the table follows", async () => {
    const from = `${address}/archive.zip`;
    const { file, types, withHandlers } = await updateRegistry({ region: "eu-west-1", from, folder });
    expect([types, withHandlers]).toEqual([3, 1]);
    const stored = storedRegistrySchema.parse(JSON.parse(readFileSync(file, "utf8")));
    expect(stored).toMatchObject({
      region: "eu-west-1",
      source: from,
      sha256: createHash("sha256").update(archive).digest("hex"),
    });
    expect(readRegistry(folder)).toEqual({
      version: `${stored.retrieved.slice(0, 10)} eu-west-1`,
      types: {
        "AWS::Probe::Queue": {
          create: ["sqs:CreateQueue", "sqs:TagQueue"],
          read: [],
          update: [],
          delete: ["sqs:DeleteQueue"],
        },
      },
    });
    expect(readdirSync(folder)).toEqual(["eu-west-1.json"]);
  });

  test("reads a file as well", async () => {
    const from = path.join(root, "archive.zip");
    writeFileSync(from, archive);
    await updateRegistry({ region: "us-east-1", from, folder });
    expect(Object.keys(readRegistry(folder)?.types ?? {})).toEqual(["AWS::Probe::Queue"]);
  });
});

describe("an update that fails", () => {
  test.each([
    ["/missing.zip", /missing\.zip answered 403 instead of the archive/],
    ["/cut-off.zip", /cut-off\.zip cannot be reached/],
    ["/huge.zip", /huge\.zip has more than 64 MB/],
  ])("says what %s is like, and leaves what was stored", async (name, message) => {
    await updateRegistry({ region: "us-east-1", from: `${address}/archive.zip`, folder });
    const before = readFileSync(path.join(folder, "us-east-1.json"), "utf8");
    await expect(updateRegistry({ region: "us-east-1", from: address + name, folder })).rejects.toThrow(message);
    expect(readFileSync(path.join(folder, "us-east-1.json"), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["us-east-1.json"]);
  });

  test("says that an address cannot be reached, and what helps", async () => {
    const from = `http://127.0.0.1:${await findFreePort()}/archive.zip`;
    await expect(updateRegistry({ region: "us-east-1", from, folder })).rejects.toThrow(
      /archive\.zip cannot be reached \(.*ECONNREFUSED.*--from/,
    );
  });

  test("names a file that is not there, and a region that is none", async () => {
    const from = path.join(root, "nowhere.zip");
    await expect(updateRegistry({ region: "us-east-1", from, folder })).rejects.toThrow("There is no file");
    await expect(updateRegistry({ region: "../etc", from, folder })).rejects.toThrow("is not the name of a region");
  });
});

describe("the command", () => {
  function run(...args: string[]) {
    return spawnSync(process.execPath, ["--import", "tsx", "scripts/registry-update.ts", ...args], {
      encoding: "utf8",
      env: { ...process.env, TIGHTROPE_DATA: root, INIT_CWD: root },
    });
  }

  test("takes a file named from where its user is, and says what it stored", () => {
    writeFileSync(path.join(root, "archive.zip"), archive);
    const { status, stdout } = run("--from", "archive.zip", "--region", "eu-west-1");
    expect([status, stdout]).toEqual([0, expect.stringContaining("3 resource types read, 1 of them with permissions")]);
    expect(readRegistry(folder)?.version).toMatch(/ eu-west-1$/);
  });

  test("fails with one sentence", () => {
    writeFileSync(path.join(root, "page.html"), "<html></html>");
    const { status, stderr } = run("--from", "page.html");
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^\S+page\.html is not a whole zip archive .*; nothing was stored\.$/);
    expect(run("--regoin", "x").status).toBe(1);
  });
});
