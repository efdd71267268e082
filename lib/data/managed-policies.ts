import type { ManagedPolicyTable } from "../domain/approaches/managed-policies";
import { readGenerated } from "./generated-file";

let loaded: ManagedPolicyTable | undefined;

export function loadManagedPolicies(): ManagedPolicyTable {
  loaded ??= readManagedPolicies();
  return loaded;
}

function readManagedPolicies(): ManagedPolicyTable {
  return readGenerated("managed-policies.json");
}
