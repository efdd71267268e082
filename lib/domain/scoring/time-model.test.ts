import { describe, expect, it } from "vitest";
import { ownTimesSchema } from "../../schemas/time-model";
import { ownFigure, type TimeConstant, type TimeModel, timeConstantIds, timeModelWith } from "./time-model";

function listConstants({ preparation, attempt }: TimeModel): readonly TimeConstant[] {
  return [...Object.values(preparation).flat(), ...Object.values(attempt)];
}

describe("timeModelWith", () => {
  const documented = listConstants(timeModelWith());

  it("has every constant once, with a figure and its source", () => {
    expect(documented.map(({ id }) => id).toSorted()).toEqual([...timeConstantIds].toSorted());
    for (const { minutes, how, source } of documented) {
      expect(minutes).toBeGreaterThan(0);
      expect(how).not.toBe("");
      expect(source).toMatch(/^(https:\/\/|assumption$)/);
    }
  });

  it.each(timeConstantIds)("takes a team's own figure for %s, says so, and leaves the others", (id) => {
    const changed = listConstants(timeModelWith({ [id]: 0 }));
    const others = (constants: readonly TimeConstant[]) => constants.filter((constant) => constant.id !== id);
    expect(changed.find((constant) => constant.id === id)).toMatchObject({ minutes: 0, source: ownFigure });
    expect(others(changed)).toEqual(others(documented));
  });
});

describe("ownTimesSchema", () => {
  it("takes some constants and keeps what was given", () => {
    expect(ownTimesSchema.parse({ wave: 0.25, "trail-delivery": 15 })).toEqual({ wave: 0.25, "trail-delivery": 15 });
    expect(ownTimesSchema.parse({})).toEqual({});
  });

  it.each([{ waves: 1 }, { wave: -1 }, { wave: "1" }, { wave: 100_000 }, []])("refuses %j", (value) => {
    expect(ownTimesSchema.safeParse(value).success).toBe(false);
  });
});
