import { describe, expect, it } from "vitest";
import { loadResourceSpec } from "../../../data/resource-spec";
import { readPath } from "../read-property";
import { allRules } from "./all-rules";
import { allCases } from "./conditional-calls/all-cases";
import { alternativesOf } from "./conditional-calls/conditional-case";
import { findConditions } from "./conditional-calls/conditions-probe";
import { differencesOf } from "./conditional-calls/differences-probe";

const types = allRules.map(({ type }) => (type === "Custom::*" ? "Custom::Thing" : type));

describe("calls that hang on a property", () => {
  it.each(Object.entries(allCases))("of %s come with it and not without", (type, cases) => {
    for (const { given, beside, ...differences } of cases) {
      for (const alone of alternativesOf(given)) {
        const none = { create: [], spares: [], delete: [], update: [], removal: [] };
        expect({ given: alone, ...differencesOf(type, alone, beside) }).toEqual({
          given: alone,
          ...none,
          ...differences,
        });
      }
    }
  });

  it("are shown for every property that is found to change them", { timeout: 300_000 }, () => {
    const missing = types.flatMap((type) => {
      const shown = (allCases[type] ?? []).flatMap(({ given }) => alternativesOf(given));
      return findConditions(type)
        .filter((path) => !shown.some((given) => readPath(given, path) !== undefined))
        .map((path) => `${type} ${path}`);
    });
    expect(missing).toEqual([]);
  });

  it("hang on properties that the type has", () => {
    const { types: specs } = loadResourceSpec();
    const unknown = Object.entries(allCases).flatMap(([type, cases]) => {
      const known = Object.keys(specs[type]?.properties ?? { ServiceToken: {} });
      const given = cases.flatMap((item) => alternativesOf(item.given).flatMap(Object.keys));
      return given.filter((property) => !known.includes(property)).map((property) => `${type} ${property}`);
    });
    expect(unknown).toEqual([]);
  });

  it("belong to types that have a rule", () => {
    expect(Object.keys(allCases).filter((type) => !types.includes(type))).toEqual([]);
  });
});
