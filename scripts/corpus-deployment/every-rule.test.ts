import { describe, expect, it } from "vitest";
import { loadActionCatalogue } from "../../lib/data/action-catalogue";
import { loadResourceSpec } from "../../lib/data/resource-spec";
import { planEveryRule } from "./every-rule";
import { findMisfits } from "./resource-type-match";

describe("every rule", () => {
  it("names actions of the service authorization reference, on resources that they take", { timeout: 120_000 }, () => {
    const data = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
    const checks = planEveryRule(data).flatMap(({ calls }) => calls.flatMap((call) => call.checks));
    expect(checks.length).toBeGreaterThan(1000);
    expect([...findMisfits(checks, data.actions)]).toEqual([]);
  });
});
