import { expect, it } from "vitest";
import { loadDomainData } from "../../data/domain-data";
import { smallPlan } from "../trial/plan-for-tests";
import { noMaterial } from "./material";
import { proposeCandidates } from "./propose-candidates";

it("a problem of a policy names the candidate that it belongs to", () => {
  const { actions, managedPolicies } = loadDomainData();
  const currentPolicy = JSON.stringify({ policies: [], managedPolicies: ["AcmeDeploysAlone"] });
  const material = { ...noMaterial, currentPolicy };
  const { problems } = proposeCandidates({ plan: smallPlan([], []), material, actions, managedPolicies });
  expect(problems.map(({ code, candidate }) => [code, candidate])).toEqual([["unknown-managed-policy", "current"]]);
  const unreadable = { ...noMaterial, currentPolicy: "Allow everything" };
  const refused = proposeCandidates({ plan: smallPlan([], []), material: unreadable, actions, managedPolicies });
  expect(refused.problems.map(({ code, candidate }) => [code, candidate])).toEqual([["policy-not-json", "current"]]);
});
