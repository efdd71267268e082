import type { Problem } from "../../problem";
import { type PlacedStatement, type PolicyRule, placedStatements, type ValidatedType } from "./policy-rule";

/**
 * Elements that a type of policy needs or refuses.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (Id, Principal) and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const checkElements: PolicyRule = ({ document, policyType }) => {
  const problems: Problem[] = [];
  if (document.Id !== undefined && !namesPrincipals(policyType)) {
    problems.push(fault("element-not-allowed", "Id", "Id is for resource policies only; leave it out."));
  }
  if (document.Version === undefined) {
    const message =
      'The policy names no Version, so IAM reads it as of 2008, without policy variables. Add "2012-10-17".';
    problems.push({ ...fault("missing-version", "", message), severity: "warning" });
  }
  return [...problems, ...placedStatements(document).flatMap((placed) => checkStatement(placed, policyType))];
};

function namesPrincipals(policyType: ValidatedType): boolean {
  return policyType === "trust" || policyType === "resource" || policyType === "rcp";
}

function checkStatement({ statement, path }: PlacedStatement, policyType: ValidatedType): readonly Problem[] {
  const problems: Problem[] = [];
  const principal = statement.Principal !== undefined ? "Principal" : "NotPrincipal";
  const hasPrincipal = statement[principal] !== undefined;
  if (hasPrincipal && !namesPrincipals(policyType)) {
    const message = `${path} names a ${principal}; whom this policy concerns is decided by where it is attached. Leave it out.`;
    problems.push(fault("element-not-allowed", `${path}.${principal}`, message));
  } else if (!hasPrincipal && namesPrincipals(policyType)) {
    problems.push(fault("missing-element", path, `${path} names no Principal; say who it concerns.`));
  }
  const resource = statement.Resource !== undefined ? "Resource" : "NotResource";
  const hasResource = statement[resource] !== undefined;
  if (hasResource && policyType === "trust") {
    const message = `${path} names a ${resource}; a trust policy is about its own role. Leave it out.`;
    problems.push(fault("element-not-allowed", `${path}.${resource}`, message));
  } else if (!hasResource && policyType !== "trust") {
    problems.push(fault("missing-element", path, `${path} has neither Resource nor NotResource; add one of them.`));
  }
  if (policyType === "rcp" && statement.Effect === "Allow") {
    const message = `${path} allows; a resource control policy can only deny.`;
    problems.push(fault("element-not-allowed", `${path}.Effect`, message));
  }
  return problems;
}

function fault(code: string, path: string, message: string): Problem {
  return { code, severity: "error", message, path };
}
