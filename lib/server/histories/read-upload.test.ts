import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExportedHistory } from "../../schemas/exported-history";
import { readUpload, type Upload } from "./read-upload";

const place = mkdtempSync(path.join(tmpdir(), "tightrope-uploads-"));
const repository = path.join(place, "repository");
const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
let uploads = 0;

function git(...args: readonly string[]): string {
  return execFileSync("git", ["-C", repository, ...identity, ...args], { encoding: "utf8" });
}

function commit(subject: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
    writeFileSync(path.join(repository, name), text);
  }
  git("add", "-A");
  git("commit", "-q", "-m", subject);
}

function bundle(...args: readonly string[]): Buffer {
  const file = path.join(place, "a.bundle");
  git("bundle", "create", "-q", file, ...args);
  return readFileSync(file);
}

async function zip(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(files)) await writer.add(name, new TextReader(text));
  return Buffer.from(await writer.close());
}

/** Where the entries end and their directory begins. */
function directoryOf(archive: Buffer): number {
  return archive.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
}

function exported(count: number): Buffer {
  const versions = Array.from({ length: count }, (_, index) => ({
    commit: String(index + 1).padStart(40, "0"),
    date: "2026-01-02T03:04:05+09:00",
    subject: `Change ${index + 1}`,
    text: template(index),
  }));
  const history: ExportedHistory = { format: "tightrope-history-1", template: "template.yaml", versions };
  return Buffer.from(JSON.stringify(history));
}

const template = (delay: number) =>
  `Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n    Properties: { DelaySeconds: ${delay} }\n`;

function read(content: Buffer | string, asked: Partial<Upload> = {}) {
  const folder = path.join(place, `work-${++uploads}`);
  const file = path.join(place, `upload-${uploads}`);
  mkdirSync(folder);
  writeFileSync(file, content);
  return readUpload({ file, folder, templatePath: null, runFileName: null, ...asked });
}

async function readVersions(content: Buffer | string, asked: Partial<Upload> = {}) {
  const reading = await read(content, asked);
  if (reading.kind !== "versions") throw new Error(`Not read: ${JSON.stringify(reading)}`);
  return reading.history;
}

async function readRefusal(content: Buffer | string, asked: Partial<Upload> = {}): Promise<string> {
  const reading = await read(content, asked);
  if (reading.kind !== "refused") throw new Error(`Not refused: ${JSON.stringify(reading).slice(0, 200)}`);
  return reading.message;
}

beforeAll(() => {
  mkdirSync(repository);
  git("init", "-q", "-b", "main");
  commit("Begin\ttabbed", { "app/template.yaml": template(1), "readme.md": "Resources: AWS::none" });
  commit("Other things", { "readme.md": "more", "package.json": '{"name": "a"}' });
  commit("Slow down", { "app/template.yaml": template(2) });
});

afterAll(() => rmSync(place, { recursive: true }));

describe("a git bundle", () => {
  it("holds the versions of its only template, oldest first, with date and subject", async () => {
    const { templatePath, versions, note } = await readVersions(bundle("HEAD"));
    expect({ templatePath, note }).toEqual({ templatePath: "app/template.yaml", note: null });
    expect(versions).toMatchObject([
      { subject: "Begin\ttabbed", templateText: template(1), committedAt: expect.any(Date) },
      { subject: "Slow down", templateText: template(2) },
    ]);
    expect(versions[0]?.name).toBe(git("rev-list", "--max-parents=0", "HEAD").trim());
  });

  it("is read by its main branch where it has no HEAD", async () => {
    expect((await readVersions(bundle("main"))).versions).toHaveLength(2);
  });

  it("asks which template where there are several, unless one bears the name of the run's", async () => {
    git("switch", "-q", "-c", "several");
    commit("A second", { "jobs/jobs.yaml": template(9) });
    const content = bundle("several");
    expect(await read(content)).toEqual({ kind: "templates", templates: ["app/template.yaml", "jobs/jobs.yaml"] });
    expect((await readVersions(content, { runFileName: "jobs.yaml" })).templatePath).toBe("jobs/jobs.yaml");
    expect((await readVersions(content, { templatePath: "app/template.yaml" })).versions).toHaveLength(2);
    expect(await readRefusal(content, { templatePath: ":(glob)**" })).toContain("has touched");
    expect(await readRefusal(content, { templatePath: "--output=x" })).toContain("has touched");
    git("switch", "-q", "main");
  });

  it("runs nothing and leaves nothing outside its folder", async () => {
    const before = new Set(readdirSync(place));
    await readVersions(bundle("HEAD"));
    const made = readdirSync(place).filter((name) => !before.has(name));
    expect(made.every((name) => /^(work|upload)-\d+$/.test(name))).toBe(true);
    expect(readdirSync(path.join(place, `work-${uploads}`))).toEqual(["repository.git"]);
    expect(readdirSync(path.join(place, `work-${uploads}`, "repository.git"))).not.toContain("hooks");
  });

  it("is refused with a sentence where it is cut off, partial, of unclear branches or without a template", async () => {
    const whole = bundle("HEAD");
    expect(await readRefusal(whole.subarray(0, whole.length - 20))).toContain("cut off");
    expect(await readRefusal("# v2 git bundle\nnothing")).toContain("cut off");
    expect(await readRefusal(bundle("HEAD~1..main"))).toContain("leaves out commits");
    git("branch", "a");
    git("branch", "b");
    expect(await readRefusal(bundle("a", "b"))).toContain("main line is not known");
    git("switch", "-q", "--orphan", "bare");
    commit("No template", { "readme.md": "nothing" });
    expect(await readRefusal(bundle("bare"))).toContain("has no template");
    git("switch", "-q", "main");
  });

  it("has no date where its committer's clock was in another age", async () => {
    git("switch", "-q", "-c", "odd-clock");
    process.env["GIT_COMMITTER_DATE"] = "@999999999999 +0000";
    commit("Far ahead", { "app/template.yaml": template(3) });
    delete process.env["GIT_COMMITTER_DATE"];
    const { versions } = await readVersions(bundle("odd-clock"));
    expect(versions.at(-1)).toMatchObject({ subject: "Far ahead", committedAt: null });
    git("switch", "-q", "main");
  });

  it("is refused where a version is larger than CloudFormation takes, without unpacking it", async () => {
    git("switch", "-q", "-c", "large");
    commit("Grow", { "app/template.yaml": template(1) + "#".repeat(3_000_000) });
    expect(await readRefusal(bundle("large"), { templatePath: "app/template.yaml" })).toContain("larger than 1 MB");
    git("switch", "-q", "main");
  });
});

describe("a zip archive", () => {
  it("holds one version a file, in the natural order of their names, and leaves other files out", async () => {
    const content = await zip({
      "v10.yaml": template(10),
      "v2.yaml": template(2),
      "v1.json": '{"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}',
      "readme.md": "about",
      "__MACOSX/v1.yaml": template(0),
      "buildspec.yml": "phases: {}",
    });
    const { versions, note } = await readVersions(content);
    expect(versions.map(({ name }) => name)).toEqual(["v1.json", "v2.yaml", "v10.yaml"]);
    expect(note).toBe("Left out were 3 files of the archive that are no templates.");
  });

  it("is refused where a name leads out of it", async () => {
    expect(await readRefusal(await zip({ "../../etc/v1.yaml": template(1) }))).toContain("damaged");
  });

  it("is refused with a sentence where it is cut off, a bomb, a repository or without a template", async () => {
    const whole = await zip({ "v1.yaml": template(1) });
    expect(await readRefusal(whole.subarray(0, whole.length - 40))).toContain("cut off");
    const damaged = Buffer.from(whole);
    const inside = directoryOf(whole) - 40;
    damaged[inside] = (damaged[inside] ?? 0) ^ 0xff;
    expect(await readRefusal(damaged)).toContain("damaged");
    expect(await readRefusal(await zip({ "v1.yaml": "a".repeat(50_000_000) }))).toContain("larger than 1 MB");
    const parts = Array.from({ length: 70 }, (_, index) => [`v${index}.yaml`, "a".repeat(1_000_000)] as const);
    expect(await readRefusal(await zip(Object.fromEntries(parts)))).toContain("unpacks to more than 64 MB");
    expect(await readRefusal(await zip({ ".git/HEAD": "ref: refs/heads/main" }))).toContain("git bundle create");
    expect(await readRefusal(await zip({ "readme.md": "nothing", "a.yaml": "b: c" }))).toContain("No file");
  });

  it("is refused where a file unpacks to more than it says", async () => {
    const lying = await zip({ "v1.yaml": template(1) + " ".repeat(2_000_000) });
    lying.writeUInt32LE(100, directoryOf(lying) + 24);
    expect(await readRefusal(lying)).toContain("damaged");
  });
});

describe("the command line's export", () => {
  it("is taken as it is", async () => {
    const { templatePath, versions } = await readVersions(exported(2));
    expect(templatePath).toBe("template.yaml");
    expect(versions[1]).toEqual({
      name: "2".padStart(40, "0"),
      committedAt: new Date("2026-01-01T18:04:05Z"),
      subject: "Change 2",
      templateText: template(1),
    });
  });

  it("keeps the newest of more versions than are replayed, and says so", async () => {
    const { versions, note } = await readVersions(exported(2000));
    expect(versions.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 1000 }, (_, index) => `Change ${1001 + index}`),
    );
    expect(note).toContain("holds 2,000 versions; the newest 1,000 are replayed");
  });

  it("is refused with a sentence where it is something else", async () => {
    expect(await readRefusal('{"versions": [')).toContain("cut off or damaged");
    expect(await readRefusal('{"versions": []}')).toContain("not what tightrope history --export writes (format");
    expect(await readRefusal(exported(0))).toContain("no version");
    expect(await readRefusal(exported(1).toString().replace("Resources", "\\u0000"))).toContain("NUL");
  });
});

describe("anything else", () => {
  it.each(["", "hello", "\u0000\u0001\u0002", "# v9 git", "Resources: {}"])("is refused: %j", async (content) => {
    expect(await readRefusal(content)).toContain("neither a git bundle nor a zip archive");
  });
});
