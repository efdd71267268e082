import { describe, expect, it } from "vitest";
import type { ReplayVersion } from "@/lib/schemas/replay";
import { describeRole } from "./describe-role";
import { groupVersions, type VersionGroup } from "./group-versions";
import { pageVersions } from "./page-versions";

/** One letter a version: d deploys, f fails, r is the run's own template, w waits. */
function versionsOf(letters: string): readonly ReplayVersion[] {
  return [...letters].map((letter, index) => {
    const verdict = { verdict: letter === "f" ? ("fails" as const) : ("deploys" as const), denials: [], fix: null };
    const verdicts = [{ candidate: "boundary", asProposed: verdict, repaired: verdict }];
    return {
      position: index + 1,
      name: `v${index + 1}`,
      committedAt: null,
      subject: null,
      isRunTemplate: letter === "r",
      outcome: letter === "w" ? null : { from: null, diff: null, problems: [], notModelled: [], verdicts },
    };
  });
}

function tell(groups: readonly VersionGroup[], letters: string): string {
  const told = groups.map(({ versions, isQuiet }) => {
    const text = versions.map(({ position }) => letters[position - 1]).join("");
    return isQuiet ? `(${text})` : text;
  });
  return told.join(" ");
}

describe("groupVersions", () => {
  it.each([
    ["ddd", "ddd"],
    ["dddd", "(dddd)"],
    ["dddddfddd", "(ddddd) f ddd"],
    ["ddddrw", "(ddddr) w"],
    ["", ""],
  ])("folds long quiet stretches of %s", (letters, expected) => {
    expect(tell(groupVersions(versionsOf(letters)), letters)).toBe(expected);
  });
});

describe("pageVersions", () => {
  const nothing = { version: null, from: null };
  const quiet = "d".repeat(120);

  it("folds a long quiet stretch into one line, and unfolds the one that is looked at", () => {
    const letters = "dddddfddddd";
    const versions = versionsOf(letters);
    expect(tell(pageVersions(versions, nothing).groups, letters)).toBe("(ddddd) f (ddddd)");
    const looked = pageVersions(versions, { version: 3, from: null });
    expect(tell(looked.groups, letters)).toBe("d d d d d f (ddddd)");
    expect(looked.unfolded).toEqual({ first: 1, last: 5 });
    expect(tell(pageVersions(versions, { version: 6, from: null }).groups, letters)).toBe("(ddddd) f (ddddd)");
  });

  it("shows fifty lines at a time, a folded stretch being one", () => {
    const letters = `${"f".repeat(49)}${quiet}ff`;
    const { groups, pages, current } = pageVersions(versionsOf(letters), nothing);
    expect([groups.length, pages, current]).toEqual([
      50,
      [
        { first: 1, last: 169 },
        { first: 170, last: 171 },
      ],
      0,
    ]);
  });

  it("opens the page of the version that is looked at, or the one that is asked for", () => {
    const versions = versionsOf(`${quiet}${"f".repeat(60)}`);
    const shownWith = (version: number | null, from: number | null) => {
      const { pages, current } = pageVersions(versions, { version, from });
      return pages[current];
    };
    expect(shownWith(null, null)).toEqual({ first: 1, last: 169 });
    expect(shownWith(175, null)).toEqual({ first: 170, last: 180 });
    expect(shownWith(60, null)).toEqual({ first: 51, last: 100 });
    expect(shownWith(60, 101)).toEqual({ first: 101, last: 150 });
    expect(shownWith(9999, 9999)).toEqual({ first: 1, last: 169 });
  });

  it("has no page of a history without versions", () => {
    expect(pageVersions([], nothing)).toEqual({ groups: [], pages: [], current: 0, unfolded: null });
  });
});

describe("describeRole", () => {
  it.each([
    ["dd", "none of these versions"],
    ["rdd", "what the roles were not made for"],
    ["ddr", "looks back"],
    ["drd", "version 2 of 3 here"],
  ])("says for which version of %s the roles were made", (letters, expected) => {
    expect(describeRole(versionsOf(letters), "abc")).toContain(expected);
  });
});
