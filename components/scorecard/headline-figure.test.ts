import { expect, it } from "vitest";
import { competingValues, type KnownFigure } from "./headline-figure";

const figure = (value: number | null, ...evidence: KnownFigure["evidence"]): KnownFigure => ({
  value,
  text: String(value),
  unit: "min",
  evidence,
});

it("lets figures of one kind compete", () => {
  expect(competingValues([figure(1, "simulated"), null, figure(2, "simulated")])).toEqual([1, null, 2]);
  expect(competingValues([figure(1, "measured", "simulated"), figure(2, "imported")])).toEqual([1, 2]);
});

it("ranks no real figure against a simulated one", () => {
  expect(competingValues([figure(1, "measured", "simulated"), figure(2, "simulated")])).toEqual([null, null]);
});

it("takes a figure without a value for no competitor", () => {
  expect(competingValues([figure(1, "measured"), figure(null, "simulated")])).toEqual([1, null]);
});
