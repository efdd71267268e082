import { policyQuotas, policySize } from "../size";
import type { PolicyRule, ValidatedType } from "./policy-rule";

/** Documents that are longer than IAM takes, and characters that it refuses. White space between elements does not count. */
export const checkSize: PolicyRule = ({ document, policyType }) => {
  const { limit, what } = quotaOf(policyType);
  const size = policySize(document);
  const longest = longestQuota(policyType, limit);
  if (size <= limit) return [];
  const severity = size > longest ? "error" : "warning";
  const inline = size > longest || longest === limit ? "" : ` Inline policies of a role may have ${longest} together.`;
  const message = `The policy has ${size} characters without white space; ${what} takes ${limit}.${inline}`;
  return [{ code: "over-quota", severity, message, path: "" }];
};

function quotaOf(policyType: ValidatedType): { readonly limit: number; readonly what: string } {
  if (policyType === "trust") return { limit: policyQuotas.trust, what: "a trust policy" };
  if (policyType === "session") return { limit: policyQuotas.session, what: "a session policy" };
  if (policyType === "scp" || policyType === "rcp")
    return { limit: policyQuotas.organizations, what: "a control policy" };
  if (policyType === "resource") return { limit: policyQuotas.resource, what: "the largest resource policy" };
  return {
    limit: policyQuotas.managed,
    what: policyType === "boundary" ? "a permissions boundary" : "a managed policy",
  };
}

/** An identity policy that is too long for a managed policy can still be an inline one. */
function longestQuota(policyType: ValidatedType, limit: number): number {
  return policyType === "identity" ? policyQuotas.inlineOfRole : limit;
}
