import { patternsOverlap } from "../../policy/wildcard-sets";
import type { Grant } from "../grant";
import type { GrantedAction } from "../granted-actions";
import type { ExposurePath } from "../scores";
import { type EscalationPath, escalationPaths } from "./escalation-paths";
import { mayPassTo } from "./passed-services";
import type { ExposureRule } from "./score-exposure";

/** Published escalation paths all of whose permissions the role really holds. */
export const escalations: ExposureRule = {
  actions: escalationPaths.flatMap((path) => path.permissions),
  find: (role) =>
    escalationPaths.flatMap((path) => {
      const grants = path.permissions.map((permission) => findGrants(permission, path, role));
      return grants.every((found) => found.length > 0) ? [describe(path, grants.flat())] : [];
    }),
};

/** Grants of the permission that serve this path: of PassRole, those to the service in question; on itself, those that reach the role. */
function findGrants(
  permission: string,
  path: EscalationPath,
  role: { readonly arn: string; readonly granted: ReadonlyMap<string, GrantedAction> },
): readonly Grant[] {
  const grants = role.granted.get(permission)?.grants ?? [];
  if (permission === "iam:PassRole") return grants.filter((grant) => mayPassTo(grant, path));
  const onItself = path.category === "self-escalation" && permission.endsWith("RolePolicy");
  return onItself
    ? grants.filter((grant) => grant.resources.some((resource) => patternsOverlap(resource, role.arn)))
    : grants;
}

function describe(path: EscalationPath, grants: readonly Grant[]): ExposurePath {
  const everywhere = grants.every((grant) => grant.resources.includes("*") && grant.conditions.length === 0);
  const scoped = grants.every((grant) => !grant.resources.includes("*"));
  const sids = [...new Set(grants.map((grant) => grant.statement.Sid).filter((sid) => sid !== undefined))];
  return {
    id: path.id,
    severity: everywhere ? "high" : scoped ? "low" : "medium",
    title: path.permissions.join(" + "),
    because: `${sids.length > 0 ? `Granted by ${sids.join(", ")}` : "Granted"}${everywhere ? ", on every resource and without a condition" : scoped ? ", on named resources only" : ", on some resources or under conditions"}.`,
    fix: fixOf(path),
  };
}

function fixOf(path: EscalationPath): string {
  switch (path.category) {
    case "new-passrole":
      return "Limit iam:PassRole to the roles of this stack and to the services that take them (iam:PassedToService).";
    case "existing-passrole":
      return `Limit ${path.permissions[0] ?? "the action"} to the resources of this stack.`;
    case "self-escalation":
      return "Keep the role's own policies, and policies attached to it, out of the resources of these actions.";
    case "principal-access":
      return "Limit these actions to the roles of this stack, or take them away.";
  }
}
