import type { ActionCatalogue } from "./action-catalogue";

/** The catalogue with the named actions alone, so that what a role may do can be asked of a few of them. */
export function narrowCatalogue(catalogue: ActionCatalogue, names: readonly string[]): ActionCatalogue {
  const kept = new Set(names.map((name) => name.toLowerCase()));
  const services = Object.entries(catalogue.services).map(([service, actions]) => [
    service,
    Object.fromEntries(Object.entries(actions).filter(([name]) => kept.has(`${service}:${name}`))),
  ]);
  return { ...catalogue, services: Object.fromEntries(services) };
}
