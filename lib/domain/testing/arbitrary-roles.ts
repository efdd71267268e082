import fc from "fast-check";
import type { CandidatePolicies, RolePolicies } from "../approaches/candidate";
import { noRolePolicies } from "../approaches/candidate-shape";
import type { ApiRequest } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import type { ConditionBlock, PolicyDocument, Statement } from "../policy/policy-document";

/** A candidate, and the same with statements more that allow something. */
export interface WidenedRole {
  readonly narrow: CandidatePolicies;
  readonly wide: CandidatePolicies;
}

/**
 * Roles made of what a deployment asks for, so that they get some way and are refused on it: exact actions and wildcards,
 * with or without conditions, denies and a boundary. Resources are written as they can be before the deployment: nobody
 * grants an id that does not exist yet, and a fix that lifts a refusal on such an id lifts it on those of its siblings too.
 */
export function arbitraryRoles({ calls }: DeploymentPlan): fc.Arbitrary<WidenedRole> {
  const requests = calls.flatMap(({ checks }) => checks);
  const ci = requests.filter(({ principal }) => principal === "ci");
  const executionRole = requests.filter(({ principal }) => principal === "execution-role");
  return fc
    .tuple(arbitraryWidening(ci), executionRole.length === 0 ? fc.constant(null) : arbitraryWidening(executionRole))
    .map(([one, other]) => ({
      narrow: { ...one.narrow, executionRole: other?.narrow ?? null },
      wide: { ...one.wide, executionRole: other?.wide ?? null },
    }));
}

/**
 * The same roles, but free to remove whatever the deployment makes. Of other roles a wider one can need more rounds: where
 * the narrow one fails, its rollback shows what it may not delete; the wide one gets through, and meets that at the end,
 * one refusal after the other.
 */
export function withRemovals({ narrow, wide }: WidenedRole, { calls }: DeploymentPlan): WidenedRole {
  const removing = calls.filter(
    (call) => call.phase === "rollback" || call.phase === "delete" || call.onlyAfterFailure,
  );
  const actions = [...new Set(removing.flatMap(({ checks }) => checks.map(({ action }) => action)))];
  const removals: Statement = { Effect: "Allow", Action: actions, Resource: "*" };
  return { narrow: allowAll(narrow, removals), wide: allowAll(wide, removals) };
}

/** The same policies with their statements the other way round. */
export function turnStatements({ executionRole, ...role }: CandidatePolicies): CandidatePolicies {
  return { ...turnRole(role), executionRole: executionRole && turnRole(executionRole) };
}

function arbitraryWidening(requests: readonly ApiRequest[]) {
  const allow = arbitraryStatement(requests, "Allow", actionForms);
  const deny = arbitraryStatement(requests, "Deny", narrowActionForms);
  return fc
    .record({
      allows: fc.array(allow, { maxLength: 6 }),
      more: fc.array(allow, { minLength: 1, maxLength: 4 }),
      denies: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(deny, { maxLength: 1 })),
      boundary: fc.option(fc.array(allow, { minLength: 1, maxLength: 4 })),
    })
    .map(({ allows, more, denies, boundary }) => {
      const role = (statements: readonly Statement[]): RolePolicies => ({
        ...noRolePolicies,
        policies: [documentOf([...statements, ...denies])],
        boundary: boundary && documentOf(boundary),
      });
      return { narrow: role(allows), wide: role([...allows, ...more]) };
    });
}

function arbitraryStatement(
  requests: readonly ApiRequest[],
  effect: Statement["Effect"],
  forms: readonly ((action: string) => string)[],
): fc.Arbitrary<Statement> {
  return fc
    .record({
      of: fc.array(fc.constantFrom(...requests), { minLength: 1, maxLength: 12 }),
      actionForm: fc.constantFrom(...forms),
      resourceForm: fc.constantFrom(...resourceForms),
      condition: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, fc.constantFrom(...conditions)),
    })
    .map(({ of, actionForm, resourceForm, condition }) => ({
      Effect: effect,
      Action: [...new Set(of.map(({ action }) => actionForm(action)))],
      Resource: [...new Set(of.flatMap(resourceForm))],
      ...condition,
    }));
}

const narrowActionForms = [
  (action: string) => action,
  (action: string) => action.replace(/:([A-Z][a-z]*).*$/, ":$1*"),
] as const;

const actionForms = [...narrowActionForms, (action: string) => action.replace(/:.*$/, ":*"), () => "*"];

const resourceForms = [
  () => ["*"],
  ({ patterns }: ApiRequest) => patterns,
  ({ patterns }: ApiRequest) => patterns.map((pattern) => pattern.replace(/shop[-/].*$/, "shop*")),
];

const conditions: readonly { readonly Condition: ConditionBlock }[] = [
  { Condition: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } } },
  { Condition: { StringEqualsIfExists: { "iam:PassedToService": "lambda.amazonaws.com" } } },
  { Condition: { "ForAnyValue:StringEquals": { "aws:CalledVia": "cloudformation.amazonaws.com" } } },
];

function documentOf(statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

function allowAll({ executionRole, ...role }: CandidatePolicies, statement: Statement): CandidatePolicies {
  const allowIn = ({ policies, boundary, ...rest }: RolePolicies) => ({
    ...rest,
    policies: [...policies, documentOf([statement])],
    boundary: boundary && documentOf([...boundary.Statement, statement]),
  });
  return { ...allowIn(role), executionRole: executionRole && allowIn(executionRole) };
}

function turnRole(role: RolePolicies): RolePolicies {
  return { ...role, policies: role.policies.map(turn), boundary: role.boundary && turn(role.boundary) };
}

function turn(document: PolicyDocument): PolicyDocument {
  return { ...document, Statement: document.Statement.toReversed() };
}
