import { loadActionCatalogue } from "../../../data/action-catalogue";
import { loadResourceSpec } from "../../../data/resource-spec";
import type { JsonObject } from "../../json";
import { type DeploySettings, defaultDeploySettings } from "../../stack";
import type { ApiRequest, Phase } from "../api-call";
import type { DeployableStack, DeploymentPlan } from "../deployment-plan";
import { deriveCalls } from "../derive-calls";
import { prepareStack } from "../prepare-stack";

/** Resources of a template by logical id, as in `{ Orders: { Type: "AWS::SQS::Queue", Properties: {} } }`. */
export type ProbeResources = Readonly<Record<string, JsonObject>>;

/** For tests of rules: the plan of a small stack named `shop` in eu-central-1, account 123456789012. */
export function probePlan(
  resources: ProbeResources,
  { before, settings = {} }: { before?: ProbeResources; settings?: Partial<DeploySettings> } = {},
): DeploymentPlan {
  const data = { resourceSpec: loadResourceSpec(), actions: loadActionCatalogue() };
  const deployedBefore = before ? probeStack(before) : null;
  return deriveCalls(deployedBefore, probeStack(resources), { ...defaultDeploySettings, ...settings }, data).value;
}

/** The checks that CloudFormation's calls make in a phase for the resources, clean-up after failures apart. */
export function probeChecks(
  resources: ProbeResources,
  phase: Phase,
  options: { before?: ProbeResources; settings?: Partial<DeploySettings> } = {},
): readonly ApiRequest[] {
  const calls = probePlan(resources, options).calls.filter(
    (call) => call.phase === phase && call.logicalId !== null && !call.onlyAfterFailure,
  );
  return calls.flatMap(({ checks }) => checks);
}

/** Their actions, each once, in order. */
export function probeActions(
  resources: ProbeResources,
  phase: Phase,
  options: { before?: ProbeResources; settings?: Partial<DeploySettings> } = {},
): readonly string[] {
  return [...new Set(probeChecks(resources, phase, options).map(({ action }) => action))];
}

/** The stack itself, resolved. */
export function probeStack(resources: ProbeResources): DeployableStack {
  const target = {
    stackName: "shop",
    region: "eu-central-1",
    account: "123456789012",
    partition: "aws",
    parameters: {},
  } as const;
  const origins = Object.fromEntries(Object.keys(resources).map((id) => [id, id]));
  return prepareStack({ document: { Resources: resources }, artifacts: [], origins, nested: {} }, target).value;
}
