import { afterAll, describe, expect, it } from "vitest";
import { ChildProgram, ChildProgramEnded } from "./child-program";

const program = new ChildProgram("lib/server/testdata/difficult-program.ts", 5_000);
afterAll(() => program.close());

describe("ChildProgram", () => {
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
