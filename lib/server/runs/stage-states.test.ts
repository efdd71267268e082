import { describe, expect, it } from "vitest";
import type { StageRow } from "./stage-rows";
import { describeStages } from "./stage-states";

const finishedAt = new Date("2026-01-02T03:04:05.000Z");

function row(stage: string, candidate: string | null = null): StageRow {
  return { sequence: 1, stage, candidate, summary: `${stage} of ${candidate}`, finishedAt };
}

function statuses(...args: Parameters<typeof describeStages>): readonly string[] {
  return describeStages(...args).map(({ status }) => status);
}

describe("describeStages", () => {
  it("names all six stages before anything is stored", () => {
    expect(statuses("queued", [], 0)).toEqual(Array(6).fill("waiting"));
    expect(statuses("running", [], 0)).toEqual(["running", ...Array(5).fill("waiting")]);
  });

  it("has a stage run until every proposed candidate is through", () => {
    const early = [row("expand"), row("derive"), row("propose"), row("trial", "a")];
    expect(statuses("running", early, 2)).toEqual(["done", "done", "done", "running", "waiting", "waiting"]);
    const later = [...early, row("trial", "b")];
    expect(statuses("running", later, 2)).toEqual(["done", "done", "done", "done", "running", "waiting"]);
    expect(describeStages("running", later, 2)[3]).toEqual({
      stage: "trial",
      status: "done",
      summary: "trial of b",
      finishedAt: finishedAt.toISOString(),
      candidates: [
        { name: "a", summary: "trial of a", finishedAt: finishedAt.toISOString() },
        { name: "b", summary: "trial of b", finishedAt: finishedAt.toISOString() },
      ],
    });
  });

  it("fails at the first stage that is not through", () => {
    const rows = [row("expand"), row("derive"), row("propose"), row("trial", "a"), row("changes", "a")];
    expect(statuses("failed", rows, 2)).toEqual(["done", "done", "done", "failed", "waiting", "waiting"]);
  });

  it("has every stage done when the run is", () => {
    expect(statuses("done", [], 0)).toEqual(Array(6).fill("done"));
  });
});
