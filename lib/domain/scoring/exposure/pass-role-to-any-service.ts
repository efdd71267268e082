import type { ExposurePath } from "../scores";
import { namedServices } from "./passed-services";
import type { ExposedRole, ExposureRule } from "./score-exposure";

/** iam:PassRole without `iam:PassedToService`: any service that takes roles can be handed one. */
export const passRoleToAnyService: ExposureRule = { actions: ["iam:PassRole"], find: findOpenPassRole };

function findOpenPassRole({ granted }: ExposedRole): readonly ExposurePath[] {
  const open = (granted.get("iam:PassRole")?.grants ?? []).filter((grant) => namedServices(grant) === null);
  const [worst] = open.toSorted((a, b) => Number(b.resources.includes("*")) - Number(a.resources.includes("*")));
  if (!worst) return [];
  return [
    {
      id: "pass-role-to-any-service",
      severity: worst.resources.includes("*") ? "high" : "medium",
      title: "iam:PassRole without a service",
      because: `${worst.statement.Sid ?? "A statement"} allows iam:PassRole on ${worst.resources.join(", ")} to every service.`,
      fix: "Add the condition iam:PassedToService with the services that take this stack's roles.",
    },
  ];
}
