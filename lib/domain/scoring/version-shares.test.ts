import { describe, expect, it } from "vitest";
import { poolShares, shareVersions } from "./version-shares";

const mixed = shareVersions({ deploys: 3, fails: 1, rejected: 2, "not-modelled": 1 });
const rejected = shareVersions({ deploys: 0, fails: 0, rejected: 1, "not-modelled": 0 });

describe("shareVersions", () => {
  it("shares out what deployed or failed, and counts the rest apart", () => {
    expect(mixed).toEqual({ versions: 4, survived: 3, share: 0.75, rejected: 2, notModelled: 1 });
  });

  it("has no share where nothing was deployed", () => {
    expect(rejected).toEqual({ versions: 0, survived: 0, share: null, rejected: 1, notModelled: 0 });
  });
});

describe("poolShares", () => {
  it("weighs every version the same, whenever it was given", () => {
    const bad = shareVersions({ deploys: 0, fails: 4, rejected: 0, "not-modelled": 0 });
    expect(poolShares([mixed, bad, rejected])).toEqual({
      versions: 8,
      survived: 3,
      share: 0.375,
      rejected: 3,
      notModelled: 1,
    });
  });

  it("tells what was never given from what has no share", () => {
    expect(poolShares([])).toBeNull();
    expect(poolShares([rejected])?.share).toBeNull();
  });
});
