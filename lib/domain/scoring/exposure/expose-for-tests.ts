import type { RolePolicies } from "../../approaches/candidate";
import type { ActionCatalogue } from "../../policy/action-catalogue";
import { rememberGranted } from "../remember-granted";
import type { ExposurePath } from "../scores";
import type { ExposureRule } from "./score-exposure";

/** What one rule finds in a role, of actions that the rule itself names. */
export function exposeTo(rule: ExposureRule, role: RolePolicies): readonly ExposurePath[] {
  const services: Record<string, Record<string, ActionCatalogue["services"][string][string]>> = {};
  for (const action of rule.actions) {
    const [service = "", name = ""] = action.split(":");
    const facts = { name, accessLevel: "Write", resourceTypes: [], conditionKeys: [] } as const;
    services[service] = { ...services[service], [name.toLowerCase()]: facts };
  }
  const catalogue: ActionCatalogue = { version: "test", services, resourceTypes: {} };
  const policies = { ...role, executionRole: null };
  const granted = rememberGranted(catalogue, { version: "none", policies: {} })(policies);
  if (!granted) throw new Error("the role is too large to be looked at");
  return rule.find({ arn: "arn:aws:iam::123456789012:role/github-actions-deploy", granted, policies });
}
