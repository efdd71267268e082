import { expect, it } from "vitest";
import { newRealAttemptSchema } from "@/lib/schemas/real-attempt";
import { emptyDraft, endings, listStates, toRequest } from "./attempt-draft";

it("sends every ending that can be chosen in the contract's shape", () => {
  for (const { value, outcome, phase } of endings) {
    const sent = newRealAttemptSchema.parse(toRequest({ ...emptyDraft, ending: value, minutes: "3,5" }, "boundary"));
    expect(sent).toMatchObject({ candidate: "boundary", origin: "by-hand", outcome, phase, minutes: 3.5 });
  }
});

it("leaves to the log what is not filled in", () => {
  const sent = toRequest({ ...emptyDraft, log: "ROLLBACK_COMPLETE" }, "boundary");
  expect(sent).toMatchObject({ origin: "pasted-log", outcome: null, phase: null, minutes: null, startedAt: null });
});

it("sends the state that was deployed, or that it is not said", () => {
  expect(listStates(3).map(({ title }) => title)).toEqual(["as proposed", "after fix 1", "after fix 2", "as repaired"]);
  expect(listStates(0).map(({ value }) => value)).toEqual(["as-proposed", "repaired"]);
  const sentWith = (policies: string) => toRequest({ ...emptyDraft, policies }, "boundary")?.policies;
  expect([...listStates(2).map(({ value }) => value), ""].map(sentWith)).toEqual([
    "as-proposed",
    "after-fix-1",
    "repaired",
    null,
  ]);
});

it("sends no minutes that are no number", () => {
  expect(toRequest({ ...emptyDraft, minutes: "ten" }, "boundary")).toBeNull();
});

it("sends the time with its zone", () => {
  const { startedAt } = toRequest({ ...emptyDraft, startedAt: "2026-03-02T10:15" }, "boundary") ?? {};
  expect(startedAt).toBe(new Date("2026-03-02T10:15").toISOString());
});
