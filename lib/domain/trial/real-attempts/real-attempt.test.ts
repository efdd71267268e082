import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf, inOrder, realAttemptOrigins } from "./real-attempt";
import { realAttempt } from "./real-attempt-for-tests";

describe("inOrder", () => {
  it("goes by when an attempt began, or else by when it was recorded", () => {
    const recorded = realAttempt({ id: "recorded", recordedAt: "2026-03-02T10:00:00Z" });
    const late = realAttempt({ id: "late", startedAt: "2026-03-01T09:00:00Z", recordedAt: "2026-03-05T10:00:00Z" });
    const next = realAttempt({
      id: "next",
      startedAt: "2026-03-03T09:00:00+09:00",
      recordedAt: "2026-03-03T10:00:00Z",
    });
    expect(inOrder([next, recorded, late]).map(({ id }) => id)).toEqual(["late", "recorded", "next"]);
  });

  it("is the same whatever order they come in", () => {
    const times = fc.constantFrom("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z");
    const attempt = fc.record({ startedAt: fc.option(times), recordedAt: times });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 6 }), (given) => {
        const attempts = given.map((changes, index) => realAttempt({ ...changes, id: String(index) }));
        expect(inOrder(attempts.toReversed())).toEqual(inOrder(attempts));
      }),
    );
  });
});

describe("evidenceOf", () => {
  it("takes for measured what was recorded as it happened", () => {
    expect(realAttemptOrigins.map(evidenceOf)).toEqual(["measured", "imported", "measured"]);
  });
});
