import { describe, expect, it } from "vitest";
import { ownTimesSchema } from "../../schemas/time-model";
import { timeConstantGroups } from "./time-constants/list-time-constants";
import { type TimeConstantId, timeConstantIds } from "./time-constants/time-constant";
import { type TimeModel, timeModelWith } from "./time-model";

function listFigures({ preparation, attempt, slowWaves }: TimeModel) {
  const all = [...Object.values(preparation).flat(), ...Object.values(attempt), ...slowWaves.values()];
  return [...new Map(all.map((figure) => [figure.id, figure])).values()];
}

describe("the documented constants", () => {
  const constants = timeConstantGroups.flatMap((group) => group.constants);

  it("stand in the table once each, and all count", () => {
    expect(constants.map(({ id }) => id)).toHaveLength(timeConstantIds.length);
    expect(new Set(constants.map(({ id }) => id))).toEqual(new Set(timeConstantIds));
    expect(new Set(listFigures(timeModelWith()).map(({ id }) => id))).toEqual(new Set(timeConstantIds));
  });

  it.each(constants)("$id says what it is, why, and what is published", (constant) => {
    expect(constant.minutes).toBeGreaterThan(0);
    expect(constant.how).not.toBe("");
    expect(constant.reason).not.toBe("");
    if (constant.basis !== "assumed") expect(constant.sources.length).toBeGreaterThan(0);
    for (const { figure, address, dated } of constant.sources) {
      expect(figure).not.toBe("");
      expect(address).toMatch(/^https:\/\//);
      expect(dated ?? "2026").toMatch(/^20\d\d(-\d\d){0,2}$/);
    }
  });
});

describe("timeModelWith", () => {
  const documented = listFigures(timeModelWith());
  const find = (id: TimeConstantId, model: TimeModel) => listFigures(model).find((figure) => figure.id === id);

  it("names the first source of a figure, and what is assumed", () => {
    expect(find("trail-delivery", timeModelWith())?.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/awscloudtrail/);
    expect(find("clean-up", timeModelWith())?.source).toBe("assumption");
  });

  it.each(timeConstantIds)("takes own figures for %s, says whose they are, and leaves the others", (id) => {
    expect(find(id, timeModelWith({ [id]: 0 }))).toMatchObject({
      minutes: 0,
      setBy: "run",
      source: "set for this run",
    });
    const ofTeam = timeModelWith({}, { [id]: 7 });
    expect(find(id, ofTeam)).toMatchObject({ minutes: 7, setBy: "team", source: "set by the team" });
    expect(find(id, timeModelWith({ [id]: 5 }, { [id]: 7 }))).toMatchObject({ minutes: 5, setBy: "run" });
    expect(listFigures(ofTeam).filter((figure) => figure.id !== id)).toEqual(
      documented.filter((figure) => figure.id !== id),
    );
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
