import type { ApiRequest, PrincipalRole } from "../../deployment/api-call";
import type { DeploymentPlan } from "../../deployment/deployment-plan";
import type { PolicyDocument, Statement } from "../../policy/policy-document";
import { serverlessServices } from "./serverless-services";

/** IAM actions with which CloudFormation makes, changes and removes the roles and policies of a stack. */
const roleActions = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:GetRole",
  "iam:GetRolePolicy",
  "iam:ListAttachedRolePolicies",
  "iam:ListRolePolicies",
  "iam:ListRoleTags",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:TagRole",
  "iam:UntagRole",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

/** Services to which a SAM application's roles are passed: functions, state machines, schedules, API logging, deployments. */
const servicesThatTakeRoles = [
  "lambda",
  "states",
  "scheduler",
  "apigateway",
  "events",
  "codedeploy",
  "pipes",
  "appsync",
];

/** The boundary of one role: what it may be used for at most, whatever its identity policies say. */
export function buildBoundary(plan: DeploymentPlan, principal: PrincipalRole): PolicyDocument {
  const requests = plan.calls.flatMap((call) => call.checks).filter((check) => check.principal === principal);
  return {
    Version: "2012-10-17",
    Statement: [
      allowServices(requests),
      ...allowRoles(plan, requests),
      ...allowPassing(plan, requests),
      keepBoundary(plan),
    ],
  };
}

function allowServices(requests: readonly ApiRequest[]): Statement {
  const used = requests.map((request) => serviceOf(request.action)).filter((service) => service !== "iam");
  const services = [...new Set([...serverlessServices, ...used])].sort();
  return {
    Sid: "ServicesOfServerlessApplications",
    Effect: "Allow",
    Action: services.map((service) => `${service}:*`),
    Resource: "*",
  };
}

function allowRoles(plan: DeploymentPlan, requests: readonly ApiRequest[]): readonly Statement[] {
  const others = requests.filter((request) => isIam(request) && request.action !== "iam:PassRole");
  const beyondRoles = distinct(others.map((request) => request.action)).filter(
    (action) => !roleActions.includes(action),
  );
  const resources = distinct([...stackRoles(plan), ...others.flatMap((request) => request.patterns)]);
  return [
    {
      Sid: "RolesOfThisStack",
      Effect: "Allow",
      Action: [...roleActions, ...beyondRoles].sort(),
      Resource: dropCovered(resources),
    },
  ];
}

function allowPassing(plan: DeploymentPlan, requests: readonly ApiRequest[]): readonly Statement[] {
  const passed = requests.filter((request) => request.action === "iam:PassRole");
  const named = passed.flatMap((request) => request.context["iam:PassedToService"] ?? []);
  const services = distinct([...servicesThatTakeRoles.map((service) => `${service}.amazonaws.com`), ...named]);
  return [
    {
      Sid: "PassRolesOfThisStack",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: dropCovered(distinct([...stackRoles(plan), ...passed.flatMap((request) => request.patterns)])),
      Condition: { StringEquals: { "iam:PassedToService": services } },
    },
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate */
function keepBoundary({ target, settings }: DeploymentPlan): Statement {
  return {
    Sid: "KeepThisBoundary",
    Effect: "Deny",
    Action: [
      "iam:DeleteRolePermissionsBoundary",
      "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",
      "iam:AttachRolePolicy",
    ],
    Resource: `arn:${target.partition}:iam::${target.account}:role/${settings.ciRoleName}`,
  };
}

/** CloudFormation names an unnamed role after the stack: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html */
function stackRoles({ target }: DeploymentPlan): readonly string[] {
  return [`arn:${target.partition}:iam::${target.account}:role/${target.stackName}-*`];
}

/** Without the ARNs that a pattern ending in `*` in the same list covers already. */
function dropCovered(resources: readonly string[]): readonly string[] {
  const prefixes = resources.filter((resource) => resource.endsWith("*")).map((resource) => resource.slice(0, -1));
  return resources.filter(
    (resource) => !prefixes.some((prefix) => resource !== `${prefix}*` && resource.startsWith(prefix)),
  );
}

function isIam(request: ApiRequest): boolean {
  return serviceOf(request.action) === "iam";
}

function serviceOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
