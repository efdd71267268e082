import { expect, test } from "vitest";
import { foldWave, type StatedResource } from "./fold-wave";
import type { ResourceState } from "./resource-states";

const many = (count: number, state: ResourceState, part: Partial<StatedResource> = {}): StatedResource[] =>
  Array.from({ length: count }, (_, index) => ({
    logicalId: `${state}${index}`,
    type: "AWS::SQS::Queue",
    wave: 0,
    dependsOn: [],
    state,
    isCurrent: false,
    ...part,
  }));

test("a wave that can be looked at is shown as it is", () => {
  const wave = [...many(20, "created"), ...many(20, "waiting")];
  expect(foldWave(wave)).toEqual({ apart: wave, folded: [] });
});

test("of a large wave only what is alike is folded up, and what matters stands by itself", () => {
  const current = many(1, "waiting", { logicalId: "Current", isCurrent: true });
  const wave = [...many(190, "waiting"), ...many(30, "failed"), ...many(3, "created"), ...current];
  const { apart, folded } = foldWave(wave);
  expect(folded.map(({ state, resources }) => [state, resources.length])).toEqual([["waiting", 190]]);
  expect(apart).toHaveLength(30 + 3 + 1);
  expect(apart).toContainEqual(current[0]);
});
