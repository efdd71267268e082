import { describe, expect, it } from "vitest";
import { judgeSamCase } from "./compare-sam";
import { corpusFolder, hasCorpus, readSamCases } from "./sam-cases";

const cases = hasCorpus() ? readSamCases() : [];

describe.runIf(hasCorpus())("expansions equal the official ones", () => {
  it.each(cases.map((samCase) => [samCase.group, samCase.name, samCase] as const))(
    "%s %s",
    (_group, _name, samCase) => {
      expect(judgeSamCase(samCase)).toBeNull();
    },
  );
});

it.skipIf(hasCorpus())(`compares with the official expansions where ${corpusFolder} exists`, () => {
  expect(cases).toEqual([]);
});
