import { expect, it } from "vitest";
import type { ConditionBlock } from "../../policy/policy-document";
import { escalationPaths } from "./escalation-paths";
import { exposeTo } from "./expose-for-tests";
import { mayPassTo, namedServices } from "./passed-services";
import type { ExposureRule } from "./score-exposure";

/** Which of the published paths a grant of iam:PassRole serves, and which services it names. */
function look(Condition?: ConditionBlock) {
  const found = { paths: [] as string[], named: null as readonly string[] | null };
  const rule: ExposureRule = {
    actions: ["iam:PassRole"],
    find: ({ granted }) => {
      for (const grant of granted.get("iam:PassRole")?.grants ?? []) {
        const passing = escalationPaths.filter(({ permissions }) => permissions.includes("iam:PassRole"));
        found.paths.push(...passing.filter((path) => mayPassTo(grant, path)).map(({ id }) => id));
        found.named = namedServices(grant);
      }
      return [];
    },
  };
  const statement = {
    Effect: "Allow",
    Action: "iam:PassRole",
    Resource: "*",
    ...(Condition ? { Condition } : {}),
  } as const;
  exposeTo(rule, {
    policies: [{ Version: "2012-10-17", Statement: [statement] }],
    managedPolicies: [],
    boundary: null,
    trustPolicy: null,
  });
  return found;
}

const to = (...services: string[]): ConditionBlock => ({ StringEquals: { "iam:PassedToService": services } });
const pathsOf = (service: string) =>
  escalationPaths
    .filter(({ permissions }) => permissions.includes("iam:PassRole"))
    .filter(({ permissions }) => permissions.some((permission) => permission.startsWith(`${service}:`)))
    .map(({ id }) => id);

it("serves every path, and names no service, without a condition", () => {
  const { paths, named } = look();
  expect(paths).toEqual(
    escalationPaths.filter((path) => path.permissions.includes("iam:PassRole")).map(({ id }) => id),
  );
  expect(named).toBeNull();
});

it("serves the paths of any service that it names", () => {
  const { paths, named } = look(to("states.amazonaws.com", "lambda.amazonaws.com"));
  expect(paths).toEqual(expect.arrayContaining(pathsOf("lambda")));
  expect(paths).not.toEqual(expect.arrayContaining(pathsOf("glue").slice(0, 1)));
  expect(named).toEqual(["states.amazonaws.com", "lambda.amazonaws.com"]);
});

it("knows services whose roles are taken by another principal, or by one of several", () => {
  expect(look(to("ecs-tasks.amazonaws.com")).paths).toEqual(expect.arrayContaining(pathsOf("ecs").slice(0, 1)));
  expect(look(to("ec2.amazonaws.com")).paths).not.toEqual(expect.arrayContaining(pathsOf("ecs").slice(0, 1)));
});

it("reads wildcards, and takes what is excluded for no limit", () => {
  expect(look({ StringLike: { "iam:PassedToService": "lamb*.amazonaws.com" } }).paths).toEqual(
    expect.arrayContaining(pathsOf("lambda")),
  );
  expect(look({ StringNotEquals: { "iam:PassedToService": "lambda.amazonaws.com" } }).named).toBeNull();
});
