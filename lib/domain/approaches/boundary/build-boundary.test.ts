import { expect, it } from "vitest";
import type { ApiRequest } from "../../deployment/api-call";
import { smallPlan } from "../../trial/plan-for-tests";
import { buildBoundary } from "./build-boundary";

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

const asked = smallPlan(
  [["Orders"]],
  [
    { phase: "package", resource: null, action: "s3:PutObject", on: "*" },
    { phase: "create", resource: "Orders", action: "iam:CreateRole", on: role("shop-OrdersRole-a1") },
    { phase: "create", resource: "Orders", action: "iam:CreateRole", on: role("orders") },
    { phase: "create", resource: "Orders", action: "iam:CreateInstanceProfile", on: role("shop-Profile-a1") },
    { phase: "create", resource: "Orders", action: "iam:PassRole", on: role("batch-jobs") },
    { phase: "create", resource: "Orders", action: "batch:CreateJobQueue", on: "*" },
  ],
);
const byExecutionRole = ["iam:", "batch:"];
const plan = {
  ...asked,
  calls: asked.calls.map((call) => ({ ...call, checks: call.checks.map(fill) })),
};

function fill(check: ApiRequest): ApiRequest {
  const principal = byExecutionRole.some((prefix) => check.action.startsWith(prefix)) ? "execution-role" : "ci";
  const passed = { "iam:PassedToService": ["batch.amazonaws.com"] };
  return { ...check, principal, context: check.action === "iam:PassRole" ? passed : {} };
}

function statement(principal: "ci" | "execution-role", sid: string) {
  const found = buildBoundary(plan, principal).Statement.find(({ Sid }) => Sid === sid);
  if (!found) throw new Error(`no statement ${sid}`);
  return found;
}

it("allows the services of serverless applications, and the others that the role itself asks", () => {
  const services = (principal: "ci" | "execution-role") =>
    statement(principal, "ServicesOfServerlessApplications").Action;
  expect(services("ci")).toContain("lambda:*");
  expect(services("ci")).not.toContain("batch:*");
  expect(services("execution-role")).toContain("batch:*");
  expect(services("execution-role")).not.toContain("iam:*");
});

it("keeps roles to the stack's names and those that the template gives, each named once", () => {
  const { Action, Resource } = statement("execution-role", "RolesOfThisStack");
  expect(Resource).toEqual([role("orders"), role("shop-*")]);
  expect(Action).toEqual(expect.arrayContaining(["iam:CreateRole", "iam:CreateInstanceProfile"]));
  expect(Action).not.toContain("iam:PassRole");
  expect(statement("ci", "RolesOfThisStack").Resource).toEqual([role("shop-*")]);
});

it("passes roles to the services that SAM's roles serve, and to those that the template names", () => {
  const { Resource, Condition } = statement("execution-role", "PassRolesOfThisStack");
  expect(Resource).toEqual([role("batch-jobs"), role("shop-*")]);
  const services = Condition?.StringEquals?.["iam:PassedToService"];
  expect(services).toEqual(expect.arrayContaining(["batch.amazonaws.com", "lambda.amazonaws.com"]));
  expect(statement("ci", "PassRolesOfThisStack").Condition?.StringEquals?.["iam:PassedToService"]).not.toContain(
    "batch.amazonaws.com",
  );
});

it("keeps the role from taking its boundary off", () => {
  const { Effect, Action, Resource } = statement("ci", "KeepThisBoundary");
  expect(Effect).toBe("Deny");
  expect(Action).toContain("iam:DeleteRolePermissionsBoundary");
  expect(Resource).toBe(role(plan.settings.ciRoleName));
});
