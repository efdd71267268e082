import { loadManagedPolicies } from "../../data/managed-policies";
import { writeRoleTemplate } from "../../domain/approaches/role-template";
import type { TriedCandidate } from "../../domain/comparison-report";
import type { RoleExportQuery } from "../../schemas/role-export";
import type { Run } from "../../schemas/run";
import { notFound } from "../http/api-fault";

/** A candidate's role as a file to download. What stands against deploying it is told in the template itself. */
export function exportRole({ report, input }: Run, { candidate: name, state, format }: RoleExportQuery): Response {
  const candidate = report?.candidates.find((other) => other.name === name);
  const policies = state === "working" ? candidate?.trial?.workingPolicies : candidate?.policies;
  if (!report || !candidate || !policies) throw notFound(state === "working" ? "working role" : "proposed role");
  const fileName = `${input.stackName}-${name}-${state}${format === "json" ? "" : "-role"}.json`;
  if (format === "json") return respondWithFile(policies, fileName);
  const { target, settings } = report;
  const options = { description: describe(candidate, state), target, settings, managedPolicies: loadManagedPolicies() };
  const { value, problems } = writeRoleTemplate(policies, options);
  const told = problems.length === 0 ? {} : { Metadata: { Problems: problems.map(({ message }) => message) } };
  return respondWithFile({ ...value, ...told }, fileName);
}

function describe({ name, trial }: TriedCandidate, state: RoleExportQuery["state"]): string {
  if (state === "proposed") return `Deploy role as proposed by ${name}, not yet repaired`;
  return `Deploy role by ${name}, ${trial?.converges ? "as repaired by a simulated trial" : "repaired as far as a simulated trial came; it does not work"}`;
}

function respondWithFile(content: object, fileName: string): Response {
  const safeName = fileName.replace(/[^\w.-]/g, "-");
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${safeName}"`,
    },
  });
}
