import { describe, expect, test } from "vitest";
import { readArchive } from "./read-archive";
import { makeArchive } from "./testing/make-archive";

const queue = {
  typeName: "AWS::Probe::Queue",
  description: "Something made up for tests",
  handlers: { create: { permissions: ["sqs:CreateQueue"], timeoutInMinutes: 5 }, list: { permissions: [] } },
};

describe("an archive", () => {
  test("is read schema by schema; handlers that are missing list nothing", async () => {
    const archive = await makeArchive({
      "aws-probe-queue.json": queue,
      "more/old.json": { typeName: "AWS::Probe::Old" },
    });
    expect(await readArchive(archive, "probe.zip")).toEqual([
      {
        typeName: "AWS::Probe::Queue",
        handlers: {
          create: { permissions: ["sqs:CreateQueue"] },
          read: { permissions: [] },
          update: { permissions: [] },
          delete: { permissions: [] },
        },
      },
      { typeName: "AWS::Probe::Old" },
    ]);
  });

  test.each([
    ["no JSON", "not { json", /^aws\.json in probe\.zip is not the schema of a resource type/],
    ["no type's name", { handlers: {} }, /aws\.json .*at typeName/],
    [
      "permissions that are no list",
      { typeName: "A::B::C", handlers: { read: { permissions: 1 } } },
      /read\.permissions/,
    ],
  ])("is refused whole where a file has %s", async (_what, content, message) => {
    const archive = await makeArchive({ "good.json": queue, "aws.json": content });
    await expect(readArchive(archive, "probe.zip")).rejects.toThrow(message);
  });

  test("is refused where it describes a type twice", async () => {
    const archive = await makeArchive({ "one.json": queue, "two.json": queue });
    await expect(readArchive(archive, "probe.zip")).rejects.toThrow("probe.zip describes AWS::Probe::Queue twice");
  });

  test("is refused where it is empty", async () => {
    await expect(readArchive(await makeArchive({}), "probe.zip")).rejects.toThrow("has no schemas in it");
  });
});

describe("what is not a whole archive", () => {
  test("is refused: text, nothing at all, an archive that was cut off", async () => {
    const archive = await makeArchive({ "queue.json": queue });
    for (const bytes of [Buffer.from("<html>sorry</html>"), Buffer.alloc(0), archive.subarray(0, archive.length / 2)]) {
      await expect(readArchive(bytes, "probe.zip")).rejects.toThrow("probe.zip is not a whole zip archive");
    }
  });

  test("is refused where a byte of the content changed, by the checksum alone", async () => {
    const archive = Buffer.from(await makeArchive({ "queue.json": queue }, { level: 0 }));
    archive[archive.indexOf("Something")] = "s".charCodeAt(0);
    await expect(readArchive(archive, "probe.zip")).rejects.toThrow(/^queue\.json in probe\.zip is damaged/);
  });

  test("is refused where the compressed bytes changed", async () => {
    const archive = Buffer.from(await makeArchive({ "queue.json": queue }));
    const middle = archive.indexOf("queue.json") + 80;
    archive[middle] = (archive[middle] ?? 0) ^ 0xff;
    await expect(readArchive(archive, "probe.zip")).rejects.toThrow(/^queue\.json in probe\.zip is damaged/);
  });
});
