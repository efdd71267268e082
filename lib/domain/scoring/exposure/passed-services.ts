import type { ConditionBlock } from "../../policy/policy-document";
import { patternCovers } from "../../policy/wildcard-sets";
import type { Grant } from "../grant";
import type { EscalationPath } from "./escalation-paths";

/** Service principals that differ from `<prefix>.amazonaws.com`: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const principals: Readonly<Record<string, readonly string[]>> = {
  apprunner: ["tasks.apprunner.amazonaws.com", "build.apprunner.amazonaws.com"],
  ecs: ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com"],
};

/** Whether a grant of iam:PassRole reaches a service that the path hands a role to. */
export function mayPassTo(grant: Grant, path: EscalationPath): boolean {
  const prefixes = path.permissions
    .filter((permission) => permission !== "iam:PassRole")
    .map((permission) => permission.slice(0, permission.indexOf(":")));
  const services = prefixes.flatMap((prefix) => principals[prefix] ?? [`${prefix}.amazonaws.com`]);
  return services.some((service) => grant.conditions.every((block) => admits(block, service)));
}

/** The services that conditions of a grant name; `null` where it may pass to any. */
export function namedServices(grant: Grant): readonly string[] | null {
  const named = grant.conditions.flatMap((block) => serviceValues(block));
  return named.length > 0 ? named.flat() : null;
}

/** A boundary brings the same block to many grants, and each path asks again. */
function admits(block: ConditionBlock, service: string): boolean {
  const known = admitted.get(block) ?? new Map<string, boolean>();
  admitted.set(block, known);
  const answer = known.get(service) ?? testService(block, service);
  known.set(service, answer);
  return answer;
}

const admitted = new WeakMap<ConditionBlock, Map<string, boolean>>();

function testService(block: ConditionBlock, service: string): boolean {
  return serviceValues(block).every((values) => values.some((value) => patternCovers(value, service)));
}

/** One list for each positive test of the key; operators that exclude services admit every other, so they count as no limit. */
function serviceValues(block: ConditionBlock): readonly (readonly string[])[] {
  return Object.entries(block)
    .filter(([operator]) => !/Not|Null/.test(operator))
    .flatMap(([, tests]) => Object.entries(tests))
    .filter(([key]) => key.toLowerCase() === "iam:passedtoservice")
    .map(([, values]) => [values].flat().map(String));
}
