import type { ActionCatalogue } from "../policy/action-catalogue";
import type { CallSpec, ResourceRule } from "./resource-rule";

/** Handler permissions of CloudFormation's registry schemas, by resource type: an upper bound, loaded by `lib/data`. */
export interface RegistryTable {
  /** Date and region of the download. */
  readonly version: string;
  readonly types: Readonly<Record<string, RegistryHandlers>>;
}

export interface RegistryHandlers {
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
}

export function findHandlers(type: string, { types }: RegistryTable): RegistryHandlers | null {
  return Object.hasOwn(types, type) ? (types[type] ?? null) : null;
}

/** A rule from the registry's handlers, or null where the type has none. Names that are no IAM actions are dropped. */
export function makeRegistryRule(
  type: string,
  registry: RegistryTable | undefined,
  actions: ActionCatalogue,
): ResourceRule | null {
  const handlers = registry && findHandlers(type, registry);
  if (!handlers) return null;
  const callsOf = (names: readonly string[]) => names.flatMap((name) => registryCall(name, actions) ?? []);
  return {
    type,
    create: () => callsOf([...new Set([...handlers.create, ...handlers.read])]),
    update: () => callsOf(handlers.update),
    delete: () => callsOf(handlers.delete),
  };
}

/** The registry names no resources, so the check is on `*`. */
function registryCall(permission: string, actions: ActionCatalogue): CallSpec | null {
  const [prefix = "", name = ""] = permission.split(":");
  const facts = actions.services[prefix.toLowerCase()]?.[name.toLowerCase()];
  if (!facts) return null;
  const action = `${prefix.toLowerCase()}:${facts.name}`;
  const check = { action, resources: ["*"], context: {}, cause: "Type", source: "registry", through: [] };
  return { operation: action, checks: [check], cloudTrail: null, onDenied: "fail" };
}
