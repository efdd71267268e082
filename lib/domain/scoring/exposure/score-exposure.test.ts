import { describe, expect, it } from "vitest";
import type { CandidatePolicies } from "../../approaches/candidate";
import { noRolePolicies } from "../../approaches/candidate-shape";
import type { ActionCatalogue, ActionFacts } from "../../policy/action-catalogue";
import type { PolicyDocument, Statement } from "../../policy/policy-document";
import { smallPlan } from "../../trial/plan-for-tests";
import { escalationPaths } from "./escalation-paths";
import { scoreExposure } from "./score-exposure";

const services: Record<string, Record<string, ActionFacts>> = {};
for (const permission of [...escalationPaths.flatMap((path) => path.permissions), "iam:CreateRole"]) {
  const [service = "", name = ""] = permission.split(":");
  const known = services[service] ?? {};
  known[name.toLowerCase()] = { name, accessLevel: "Write", resourceTypes: [], conditionKeys: [] };
  services[service] = known;
}
const catalogue: ActionCatalogue = { version: "test", services, resourceTypes: {} };
const plan = smallPlan([], []);
const none = { version: "none", policies: {} };

function expose(...statements: Statement[]): readonly string[] {
  return idsOf({
    ...noRolePolicies,
    policies: [{ Version: "2012-10-17", Statement: statements }],
    executionRole: null,
  });
}

function idsOf(policies: CandidatePolicies): readonly string[] {
  const { paths, gap } = scoreExposure("test", policies, plan, { actions: catalogue, managedPolicies: none });
  expect(gap).toBeNull();
  return paths.map(({ id }) => id);
}

const pass = (service: string): Statement => ({
  Effect: "Allow",
  Action: "iam:PassRole",
  Resource: "*",
  Condition: { StringEquals: { "iam:PassedToService": service } },
});

describe("scoreExposure", () => {
  it("finds every published path, and the design's own, under everything", () => {
    const ids = expose({ Effect: "Allow", Action: "*", Resource: "*" });
    expect(ids).toEqual([...escalationPaths.map(({ id }) => id), "pass-role-to-any-service", "roles-without-boundary"]);
  });

  it("finds nothing under nothing", () => {
    expect(expose()).toEqual([]);
  });

  it("counts PassRole only towards the service that the path needs", () => {
    const create: Statement = {
      Effect: "Allow",
      Action: ["lambda:CreateFunction", "lambda:InvokeFunction"],
      Resource: "*",
    };
    expect(expose(create, pass("lambda.amazonaws.com"))).toContain("lambda-001");
    expect(expose(create, pass("states.amazonaws.com"))).not.toContain("lambda-001");
  });

  it("calls PutRolePolicy an escalation only where it reaches the role itself", () => {
    const put = (resource: string): Statement => ({ Effect: "Allow", Action: "iam:PutRolePolicy", Resource: resource });
    expect(expose(put("arn:aws:iam::123456789012:role/github-*"))).toContain("iam-005");
    expect(expose(put("arn:aws:iam::123456789012:role/shop-*"))).not.toContain("iam-005");
  });

  it("accepts roles that must carry a boundary", () => {
    const create = (condition: Statement["Condition"]): Statement => ({
      Effect: "Allow",
      Action: "iam:CreateRole",
      Resource: "*",
      ...(condition ? { Condition: condition } : {}),
    });
    expect(expose(create(undefined))).toContain("roles-without-boundary");
    expect(
      expose(create({ StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/limit" } })),
    ).not.toContain("roles-without-boundary");
  });

  it("still looks at the trust policy where the role is too large for everything else, and says so", () => {
    const trustPolicy: PolicyDocument = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity" }],
    };
    const allow = (Resource: string): PolicyDocument => ({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource }],
    });
    const policies = {
      ...noRolePolicies,
      policies: [allow(`*${"ab".repeat(30_000)}*b`)],
      boundary: allow("a".repeat(60_000)),
      trustPolicy,
      executionRole: null,
    };
    const { paths, gap } = scoreExposure("test", policies, plan, { actions: catalogue, managedPolicies: none });
    expect(paths.map(({ id }) => id)).toEqual(["wide-oidc-trust"]);
    expect(gap).toMatch(
      /^The CI role of the candidate test is too large to look for all paths in: it has \d+ characters/,
    );
  });
});
