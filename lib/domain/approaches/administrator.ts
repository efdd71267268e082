import { noRolePolicies } from "./candidate-shape";
import type { Approach } from "./propose-candidates";

/** The reference that always works and exposes most: AdministratorAccess on every role of the topology. */
export const proposeAdministrator: Approach = ({ plan }) => {
  const role = { ...noRolePolicies, managedPolicies: ["AdministratorAccess"] };
  return {
    value: {
      approach: "administrator",
      name: "administrator",
      evidence: "simulated",
      policies: { ...role, executionRole: plan.settings.topology === "execution-role" ? role : null },
      unavailable: null,
      provenance: [
        {
          title: "Reference",
          detail: "The AWS managed policy AdministratorAccess, attached as it is: what many teams start from.",
          evidence: "simulated",
        },
      ],
      reasons: [],
    },
    problems: [],
  };
};
