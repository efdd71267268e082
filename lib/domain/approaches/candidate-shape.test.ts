import { describe, expect, it } from "vitest";
import { readCandidate } from "./candidate-shape";

const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };

describe("readCandidate", () => {
  it("takes a policy document for a candidate of one policy", () => {
    expect(readCandidate(policy).value).toEqual({
      policies: [policy],
      managedPolicies: [],
      boundary: null,
      trustPolicy: null,
      executionRole: null,
    });
  });

  it("takes what a trial ended with", () => {
    const candidate = {
      policies: [policy],
      managedPolicies: ["PowerUserAccess"],
      boundary: policy,
      trustPolicy: null,
      executionRole: { policies: [policy], managedPolicies: [], boundary: null, trustPolicy: null },
    };
    expect(readCandidate(candidate).value).toEqual(candidate);
  });

  it("refuses what is neither, with a sentence", () => {
    for (const json of [null, 1, "x", [], {}, { policy }]) {
      const { value, problems } = readCandidate(json);
      expect(value).toBeNull();
      expect(problems[0]?.code).toBe("not-a-candidate");
    }
  });

  it("refuses a role with more than IAM takes in any account, with both figures", () => {
    const wide = (resources: number) => ({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "*", Resource: Array.from({ length: resources }, () => "arn:aws:s3:::a") },
      ],
    });
    expect(readCandidate({ policies: [wide(4_000), wide(4_000)] }).value).not.toBeNull();
    const { value, problems } = readCandidate({ policies: [wide(4_000), wide(4_000)], boundary: wide(1_000) });
    expect(value).toBeNull();
    expect(problems.map(({ code, message }) => [code, message.match(/\d+/g)])).toEqual([
      ["role-too-large", ["153249", "139264"]],
    ]);
  });

  it("passes the problems of a policy inside on", () => {
    const { value, problems } = readCandidate({ policies: [{ Statement: [{ Effect: "Perhaps" }] }] });
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});
