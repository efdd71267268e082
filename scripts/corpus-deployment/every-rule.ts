import type { DeploymentPlan } from "../../lib/domain/deployment/deployment-plan";
import { type DeploymentData, deriveCalls } from "../../lib/domain/deployment/derive-calls";
import { prepareStack } from "../../lib/domain/deployment/prepare-stack";
import { allRules } from "../../lib/domain/deployment/resource-types/all-rules";
import { allCases } from "../../lib/domain/deployment/resource-types/conditional-calls/all-cases";
import { alternativesOf } from "../../lib/domain/deployment/resource-types/conditional-calls/conditional-case";
import type { JsonObject } from "../../lib/domain/json";
import { type DeploySettings, defaultDeploySettings } from "../../lib/domain/stack";

/** Service-linked roles are to be made, so that their checks are seen too. */
const settings: DeploySettings = {
  ...defaultDeploySettings,
  account: { ...defaultDeploySettings.account, serviceLinkedRolesExist: false },
};

/**
 * Plans that make every call of every rule that is known to depend on something: each type with nothing given, and with
 * each of its conditional cases added and taken away. Types outside the corpus are judged like those inside it.
 */
export function planEveryRule(data: DeploymentData): readonly DeploymentPlan[] {
  return allRules.flatMap(({ type: declared }) => {
    const type = declared === "Custom::*" ? "Custom::Thing" : declared;
    const plan = (properties: JsonObject, before: JsonObject) =>
      deriveCalls(stackOf(type, before), stackOf(type, properties), settings, data).value;
    const cases = (allCases[type] ?? []).flatMap(({ given, beside = {} }) =>
      alternativesOf(given).map((alone) => ({ beside, full: { ...beside, ...alone } })),
    );
    const bare = needed[type] ?? {};
    return [plan(bare, bare), ...cases.flatMap(({ beside, full }) => [plan(full, beside), plan(beside, full)])];
  });
}

/** What a resource cannot be without for its calls to name anything. */
const needed: Readonly<Record<string, JsonObject>> = {
  "AWS::WAFv2::WebACLAssociation": {
    ResourceArn: "arn:aws:apigateway:us-east-1::/restapis/abcdef1234/stages/live",
    WebACLArn: "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/given/11111111-2222-4333-a444-555555555555",
  },
};

function stackOf(type: string, properties: JsonObject) {
  const target = {
    stackName: "shop",
    region: "us-east-1",
    account: "123456789012",
    partition: "aws",
    parameters: {},
  } as const;
  const document = { Resources: { Tried: { Type: type, Properties: properties } } };
  return prepareStack({ document, artifacts: [], origins: {}, nested: {} }, target).value;
}
