import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactionSteps } from "./compaction-steps";
import { compilePolicySet } from "./compile-policies";
import type { AccessRequest, PolicySet } from "./decision";
import { differencePolicies } from "./difference";
import { evaluateRequest, findObstacles } from "./evaluate";
import { explainDecision } from "./explain";
import { formatPolicy } from "./format";
import { grants } from "./grants";
import { parsePolicyDocument } from "./parse-policy";
import type { PolicyDocument, Statement } from "./policy-document";
import { addSmallest, type DeniedRequest } from "./smallest-addition";
import { arbitraryDocument, arbitraryRequest, arbitrarySet, arbitraryStatement } from "./testing/arbitrary-policies";
import { smallCatalogue } from "./testing/small-catalogue";
import { patternCovers } from "./wildcard-sets";

const decide = (set: PolicySet, request: AccessRequest) => evaluateRequest(compilePolicySet(set), request).decision;
const alone = (document: PolicyDocument): PolicySet => ({
  identity: [document],
  boundary: null,
  session: [],
  scp: [],
  rcp: [],
});
const withStatement = (set: PolicySet, statement: Statement): PolicySet => ({
  ...set,
  identity: [...set.identity, { Version: "2012-10-17", Statement: [statement] }],
});
const asDenied = (request: AccessRequest): DeniedRequest => ({
  ...request,
  key: JSON.stringify(request),
  patterns: request.resources,
});
const runs = { numRuns: 1_500 };

describe("evaluation", () => {
  it("never loses an allowed request to one more Allow", () => {
    fc.assert(
      fc.property(
        arbitrarySet,
        arbitraryStatement(fc.constant("Allow")),
        arbitraryRequest,
        (set, statement, request) => {
          fc.pre(decide(set, request) === "allowed");
          expect(decide(withStatement(set, statement), request)).toBe("allowed");
        },
      ),
      runs,
    );
  });

  it("never gains an allowed request from one more Deny", () => {
    fc.assert(
      fc.property(
        arbitrarySet,
        arbitraryStatement(fc.constant("Deny")),
        arbitraryRequest,
        (set, statement, request) => {
          fc.pre(decide(set, request) !== "allowed");
          expect(decide(withStatement(set, statement), request)).not.toBe("allowed");
        },
      ),
      runs,
    );
  });

  it("never allows more with a boundary than without", () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryDocument, arbitraryRequest, (set, boundary, request) => {
        fc.pre(decide({ ...set, boundary }, request) === "allowed");
        expect(decide({ ...set, boundary: null }, request)).toBe("allowed");
      }),
      runs,
    );
  });

  it("allows several resources only if it allows each", () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryRequest, (set, request) => {
        const each = request.resources.map((resource) => decide(set, { ...request, resources: [resource] }));
        const expected = each.includes("explicitDeny")
          ? "explicitDeny"
          : each.includes("implicitDeny")
            ? "implicitDeny"
            : "allowed";
        expect(decide(set, request)).toBe(expected);
      }),
      runs,
    );
  });

  it("is explained by what each policy type says", () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryRequest, (set, request) => {
        const { decision, policyTypes } = explainDecision(compilePolicySet(set), request);
        const outcomes = policyTypes.map((type) => type.outcome);
        const expected = outcomes.includes("denies")
          ? "explicitDeny"
          : outcomes.includes("doesNotAllow")
            ? "implicitDeny"
            : "allowed";
        expect(decision.decision).toBe(expected);
      }),
      runs,
    );
  });

  it("leaves uncovered what the explanation says", () => {
    fc.assert(
      fc.property(arbitrarySet, arbitraryRequest, (set, request) => {
        const compiled = compilePolicySet(set);
        const lacking = explainDecision(compiled, request).policyTypes.filter(
          ({ uncoveredResources }) => uncoveredResources.length > 0,
        );
        const { uncovered } = findObstacles(compiled, request);
        expect(new Map(uncovered.map(({ policyType, resources }) => [policyType, resources]))).toEqual(
          new Map(lacking.map(({ policyType, uncoveredResources }) => [policyType, uncoveredResources])),
        );
      }),
      runs,
    );
  });
});

describe("the algebra", () => {
  it("finds no difference between a policy and itself", () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(differencePolicies(document, document, smallCatalogue)).toEqual({ onlyInA: [], onlyInB: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("reports a grant for every request that one policy allows and the other does not", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, arbitraryRequest, (a, b, request) => {
        fc.pre(decide(alone(a), request) !== "allowed" && decide(alone(b), request) === "allowed");
        const { onlyInB } = differencePolicies(a, b, smallCatalogue);
        expect(onlyInB.map((grant) => grant.action)).toContain(request.action);
      }),
      { numRuns: 400 },
    );
  });

  it.each(compactionSteps)("keeps the grants and decisions: $name", ({ apply }) => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryRequest, (document, request) => {
        const compact = apply(document, smallCatalogue);
        expect(grants(compact, smallCatalogue)).toEqual(grants(document, smallCatalogue));
        expect(decide(alone(compact), request)).toBe(decide(alone(document), request));
      }),
      { numRuns: 400 },
    );
  });

  it("prints a policy that reads back as one with the same decisions, and prints the same again", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryRequest, (document, request) => {
        const text = formatPolicy(document);
        const { value } = parsePolicyDocument(text);
        if (value === null) throw new Error("A printed policy does not parse.");
        expect(formatPolicy(value)).toBe(text);
        expect(decide(alone(value), request)).toBe(decide(alone(document), request));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the smallest addition", () => {
  it("allows what was asked, apart from what it says it cannot lift, and nothing else of the run", () => {
    fc.assert(
      fc.property(
        arbitrarySet,
        fc.array(arbitraryRequest, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (set, run, count) => {
          const denied = run.slice(0, count).map(asDenied);
          const { set: extended, notLiftable } = addSmallest(set, denied, "as-refused");
          const isAsked = (action: string, resource: string) =>
            denied.some(
              (one) => one.action === action && one.resources.some((asked) => patternCovers(asked, resource)),
            );
          for (const request of denied) {
            const expected = notLiftable.some((item) => item.request === request) ? "denied" : "allowed";
            expect(decide(extended, request) === "allowed" ? "allowed" : "denied").toBe(expected);
          }
          for (const request of run.slice(count)) {
            if (request.resources.some((resource) => isAsked(request.action, resource))) continue;
            expect(decide(extended, request)).toBe(decide(set, request));
          }
        },
      ),
      runs,
    );
  });

  it("adds nothing the second time", () => {
    fc.assert(
      fc.property(arbitrarySet, fc.array(arbitraryRequest, { maxLength: 4 }), (set, run) => {
        const denied = run.map(asDenied);
        const { set: extended } = addSmallest(set, denied, "as-refused");
        const again = addSmallest(extended, denied, "as-refused");
        expect(again.additions).toEqual([]);
        expect(again.set).toEqual(extended);
      }),
      { numRuns: 400 },
    );
  });
});
