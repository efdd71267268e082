import type { DomainData } from "../domain/comparison-input";
import { loadActionCatalogue } from "./action-catalogue";
import { loadManagedPolicies } from "./managed-policies";
import { loadRegistry } from "./registry";
import { loadResourceSpec } from "./resource-spec";

/** Every table that the domain works with; each is read from disk once. */
export function loadDomainData(): DomainData {
  const registry = loadRegistry();
  return {
    actions: loadActionCatalogue(),
    managedPolicies: loadManagedPolicies(),
    resourceSpec: loadResourceSpec(),
    ...(registry ? { registry } : {}),
  };
}
