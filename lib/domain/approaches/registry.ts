import type { PrincipalRole } from "../deployment/api-call";
import type { DeploymentPlan } from "../deployment/deployment-plan";
import { findHandlers, type RegistryHandlers, type RegistryTable } from "../deployment/registry-rule";
import type { ActionCatalogue } from "../policy/action-catalogue";
import { compareTexts, expandActions } from "../policy/action-patterns";
import type { PolicyDocument, Statement } from "../policy/policy-document";
import type { CandidatePolicies, ProvenanceStep, RolePolicies } from "./candidate";
import { noRolePolicies } from "./candidate-shape";
import type { Approach } from "./propose-candidates";

/**
 * The reference that reads no template: on `*`, every permission that the handlers of the stack's resource types list,
 * and what the deployment itself calls besides. Takes part only where the registry was downloaded.
 */
export const proposeRegistry: Approach = ({ plan, actions, registry }) => {
  if (!registry) return { value: null, problems: [] };
  const types = [...new Set(plan.resources.map(({ type }) => type))].sort(compareTexts);
  const handlers = types.flatMap((type) => findHandlers(type, registry) ?? []);
  const permissions = listPermissions(handlers, actions);
  return {
    value: {
      approach: "registry",
      name: "registry",
      evidence: "simulated",
      policies: grant(plan, permissions),
      unavailable: null,
      provenance: tellProvenance(registry, types, permissions.length),
      reasons: [
        {
          sid: resourcesSid,
          why: "What the handlers of the stack's resource types may call, whatever the template says.",
        },
        { sid: deploymentSid, why: "What the command line and CloudFormation call for the stack itself." },
      ],
    },
    problems: [],
  };
};

const resourcesSid = "HandlersOfResourceTypes";
const deploymentSid = "DeploymentItself";

/** The published lists also have names that are no actions: granting them would grant nothing. */
function listPermissions(handlers: readonly RegistryHandlers[], actions: ActionCatalogue): readonly string[] {
  const listed = handlers.flatMap((handler) => [
    ...handler.create,
    ...handler.read,
    ...handler.update,
    ...handler.delete,
  ]);
  return sortOnce(listed.filter((name) => name.includes(":") && expandActions([name], actions).length > 0));
}

/** CloudFormation works with the execution role where there is one, and with the CI role's rights elsewhere. */
function grant(plan: DeploymentPlan, permissions: readonly string[]): CandidatePolicies {
  const roleOf = (principal: PrincipalRole, handlers: readonly string[]): RolePolicies => ({
    ...noRolePolicies,
    policies: writePolicies(handlers, listDeploymentActions(plan, principal)),
  });
  if (plan.settings.topology === "caller") return { ...roleOf("ci", permissions), executionRole: null };
  return { ...roleOf("ci", []), executionRole: roleOf("execution-role", permissions) };
}

function listDeploymentActions({ calls }: DeploymentPlan, principal: PrincipalRole): readonly string[] {
  const ofStack = calls.filter(({ via, logicalId }) => via === "cli" || logicalId === null);
  const checks = ofStack.flatMap((call) => call.checks.filter((check) => check.principal === principal));
  return sortOnce(checks.map(({ action }) => action));
}

function writePolicies(handlers: readonly string[], deployment: readonly string[]): readonly PolicyDocument[] {
  const statements = [...allow(resourcesSid, handlers), ...allow(deploymentSid, deployment)];
  return statements.length === 0 ? [] : [{ Version: "2012-10-17", Statement: statements }];
}

function allow(sid: string, actions: readonly string[]): readonly Statement[] {
  return actions.length === 0 ? [] : [{ Sid: sid, Effect: "Allow", Action: actions, Resource: "*" }];
}

function tellProvenance(
  registry: RegistryTable,
  types: readonly string[],
  permissions: number,
): readonly ProvenanceStep[] {
  const without = types.filter((type) => !findHandlers(type, registry));
  const left = without.length === 0 ? "" : ` It has none for ${without.join(", ")}.`;
  return [
    {
      title: "Registry read",
      detail: `CloudFormation's registry of ${registry.version}: its handlers list ${permissions} permissions for the stack's ${types.length} resource types, all granted on every resource. This is an upper bound, for reference: a deployment calls a part of it.${left}`,
      evidence: "simulated",
    },
    {
      title: "Deployment added",
      detail:
        "The handlers know nothing of the command line; its calls, and those on the stack, are added from the plan.",
      evidence: "simulated",
    },
  ];
}

function sortOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compareTexts);
}
