import { describe, expect, it } from "vitest";
import type { ReplayVersion } from "@/lib/schemas/replay";
import { describeRole } from "./describe-role";
import { groupVersions } from "./group-versions";

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

describe("groupVersions", () => {
  it.each([
    ["ddd", "ddd"],
    ["dddd", "(dddd)"],
    ["dddddfddd", "(ddddd) f ddd"],
    ["ddddrw", "(ddddr) w"],
    ["", ""],
  ])("folds long quiet stretches of %s", (letters, expected) => {
    const told = groupVersions(versionsOf(letters)).map(({ versions, isQuiet }) => {
      const text = versions.map(({ position }) => letters[position - 1]).join("");
      return isQuiet ? `(${text})` : text;
    });
    expect(told.join(" ")).toBe(expected);
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
