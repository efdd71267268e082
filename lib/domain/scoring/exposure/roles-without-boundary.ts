import type { Grant } from "../grant";
import type { ExposurePath } from "../scores";
import type { ExposedRole, ExposureRule } from "./score-exposure";

/** Roles may be created with no permissions boundary: the new role can hold more than its maker. */
export const rolesWithoutBoundary: ExposureRule = { actions: ["iam:CreateRole"], find: findOpenRoleCreation };

function findOpenRoleCreation({ granted }: ExposedRole): readonly ExposurePath[] {
  const open = (granted.get("iam:CreateRole")?.grants ?? []).filter((grant) => !requiresBoundary(grant));
  const [first] = open;
  if (!first) return [];
  const everywhere = open.some((grant) => grant.resources.includes("*"));
  return [
    {
      id: "roles-without-boundary",
      severity: everywhere ? "high" : "medium",
      title: "Roles may be created with no boundary",
      because: `${first.statement.Sid ?? "A statement"} allows iam:CreateRole on ${first.resources.join(", ")} without requiring iam:PermissionsBoundary.`,
      fix: "Require iam:PermissionsBoundary on iam:CreateRole, and give every role of the template that boundary (SAM does not put the global one on ScheduleV2 and CodeDeploy roles).",
    },
  ];
}

function requiresBoundary(grant: Grant): boolean {
  return grant.conditions.some((block) =>
    Object.entries(block).some(
      ([operator, tests]) =>
        /^(String|Arn)(Equals|Like)$/.test(operator) &&
        Object.keys(tests).some((key) => key.toLowerCase() === "iam:permissionsboundary"),
    ),
  );
}
