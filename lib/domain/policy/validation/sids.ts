import type { Problem } from "../../problem";
import { type PolicyRule, placedStatements } from "./policy-rule";

/**
 * Sids are unique in a document and made of letters and digits.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
 */
export const checkSids: PolicyRule = ({ document, policyType }) => {
  const problems: Problem[] = [];
  const firstPath = new Map<string, string>();
  for (const { statement, path } of placedStatements(document)) {
    const sid = statement.Sid;
    if (sid === undefined) continue;
    const sidPath = `${path}.Sid`;
    const first = firstPath.get(sid);
    if (first !== undefined) {
      const message = `Sid "${sid}" is used by ${first} too; Sids are unique in a policy. Rename one.`;
      problems.push({ code: "duplicate-sid", severity: "error", message, path: sidPath });
    } else firstPath.set(sid, path);
    if (policyType !== "resource" && !/^[A-Za-z0-9]*$/.test(sid)) {
      const message = `Sid "${sid}" holds characters other than letters and digits, which IAM refuses.`;
      problems.push({ code: "invalid-sid", severity: "error", message, path: sidPath });
    }
  }
  return problems;
};
