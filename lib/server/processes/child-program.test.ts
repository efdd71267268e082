import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bundle } from "../../../scripts/setup/bundle.mjs";
import { ChildProgram, ChildProgramEnded } from "./child-program";

const script = "lib/server/testdata/difficult-program.ts";
const bundles = "test-results/child-program";

beforeAll(() => bundle({ folder: bundles, entryPoints: [script], sources: ["lib/server"] }));
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

describe.each([
  ["TypeScript", ""],
  ["JavaScript", bundles],
])("ChildProgram, as %s", (_, folder) => {
  const program = new ChildProgram(script, 5_000);
  beforeAll(() => vi.stubEnv("TIGHTROPE_BUNDLES", folder));
  afterAll(() => {
    program.close();
    vi.unstubAllEnvs();
  });

  it("answers questions asked at once, each with its own answer", async () => {
    const answers = await Promise.all([{ n: 1 }, { n: 2 }, { n: 3 }].map((message) => program.ask(message)));
    expect(answers).toEqual([{ text: '{"n":1}' }, { text: '{"n":2}' }, { text: '{"n":3}' }]);
  });

  it.each(["hang", "die"])("is replaced by a new one when told to %s, for whoever asks next", async (order) => {
    const [lost, next] = await Promise.allSettled([program.ask({ order }), program.ask({ order: "go on" })]);
    expect(lost).toMatchObject({ status: "rejected", reason: expect.any(ChildProgramEnded) });
    expect(next).toEqual({ status: "fulfilled", value: { text: '{"order":"go on"}' } });
  });
});
