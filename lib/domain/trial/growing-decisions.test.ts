import fc from "fast-check";
import { expect, test } from "vitest";
import type { CandidatePolicies } from "../approaches/candidate";
import type { ManagedPolicyTable } from "../approaches/managed-policies";
import type { ApiRequest } from "../deployment/api-call";
import type { AccessRequest, Decision } from "../policy/decision";
import { arbitraryDocument, arbitraryRequest } from "../policy/testing/arbitrary-policies";
import { liftOne } from "./count-single-denial-rounds";
import { compileRoles, decideWith } from "./decide";
import { fixDenials } from "./fix-denials";
import { startGrowing } from "./growing-decisions";
import type { Denial } from "./trial";

const roles = fc.record({
  policies: fc.array(arbitraryDocument, { maxLength: 2 }),
  managed: arbitraryDocument,
  managedPolicies: fc.subarray(["Managed"]),
  boundary: fc.option(arbitraryDocument),
});
const requests = fc.array(
  fc.tuple(arbitraryRequest, fc.constantFrom([], ["lambda.amazonaws.com"], ["states.amazonaws.com"])),
  { minLength: 1, maxLength: 8 },
);

test("counts the refusals of each request as if every fix were written into the documents", () => {
  fc.assert(
    fc.property(roles, requests, ({ managed, ...role }, asked) => {
      const table = { version: "test", policies: { Managed: { path: "/", document: managed } } };
      let written: CandidatePolicies = { ...role, trustPolicy: null, executionRole: null };
      const decisions = startGrowing(written, compileRoles(written, table), table);
      for (const [request, passedTo] of asked) {
        const { policies, ...expected } = liftInDocuments(written, asCheck(request, passedTo), table);
        expect(liftOne(decisions, asCheck(request, passedTo), "generalised")).toEqual(expected);
        written = policies;
      }
    }),
    { numRuns: 600 },
  );
});

test("decides on every request as the documents with all fixes in", () => {
  fc.assert(
    fc.property(roles, requests, ({ managed, ...role }, asked) => {
      const table = { version: "test", policies: { Managed: { path: "/", document: managed } } };
      let written: CandidatePolicies = { ...role, trustPolicy: null, executionRole: null };
      const decisions = startGrowing(written, compileRoles(written, table), table);
      const checks = asked.map(([request, passedTo]) => asCheck(request, passedTo));
      for (const request of checks) {
        const decideAnew = decideWith(written, table);
        expect(checks.map((check) => withoutAllows(decisions.decide(check)))).toEqual(
          checks.map((check) => withoutAllows(decideAnew(check))),
        );
        const { fixed, fix } = fixOne(written, request, table);
        written = fixed;
        decisions.add(fix.parts);
      }
    }),
    { numRuns: 600 },
  );
});

/** The statements that allow are named otherwise. */
function withoutAllows({ decision, blockedBy, statements }: Decision) {
  return { decision, blockedBy, denies: decision === "allowed" ? [] : statements };
}

function liftInDocuments(given: CandidatePolicies, request: ApiRequest, managedPolicies: ManagedPolicyTable) {
  let policies = given;
  for (let rounds = 0; ; rounds++) {
    if (decideWith(policies, managedPolicies)(request).decision === "allowed")
      return { rounds, isAllowed: true, policies };
    if (rounds === 3) return { rounds, isAllowed: false, policies };
    const { fixed, fix } = fixOne(policies, request, managedPolicies);
    if (fix.unliftable.length > 0) return { rounds: rounds + 1, isAllowed: false, policies };
    policies = fixed;
  }
}

function fixOne(policies: CandidatePolicies, request: ApiRequest, managedPolicies: ManagedPolicyTable) {
  const denial: Denial = {
    phase: "create",
    logicalId: "Orders",
    resourceType: "AWS::SQS::Queue",
    request,
    decision: { decision: "implicitDeny", blockedBy: "identity", statements: [] },
    message: "",
    effect: "failed",
  };
  return fixDenials(policies, [denial], "generalised", managedPolicies);
}

function asCheck({ action, resources, context }: AccessRequest, passedTo: readonly string[]): ApiRequest {
  const passing = passedTo.length === 0 ? context : { ...context, "iam:PassedToService": passedTo };
  return {
    key: JSON.stringify([action, resources, passing]),
    callId: "create Orders",
    principal: "ci",
    action,
    resources,
    patterns: resources.map((resource) => resource.replace("orders/a", "orders/*")),
    context: passing,
    cause: "Type",
    source: "https://docs.aws.amazon.com/",
    certainty: "documented",
  };
}
