import { isJsonArray, isJsonObject, type Json } from "../../json";
import { passRole, roleArnIn } from "../common-checks";
import type { CheckSpec, ResourceView } from "../resource-rule";

/** The checks on roles that properties hand to a service; a path that is not given hands nothing. */
export function passedRoles(r: ResourceView, service: string, ...paths: readonly string[]): readonly CheckSpec[] {
  return paths.filter((path) => r.has(path)).map((path) => passRole(roleArnIn(r, path), service, path));
}

/**
 * The same for every role anywhere below the resource's properties, each role once.
 * @param except paths whose roles stay out
 */
export function rolesAnywhere(
  r: ResourceView,
  service: string,
  { keys = /^Role(Arn|ARN)$/, except }: { keys?: RegExp; except?: RegExp } = {},
): readonly CheckSpec[] {
  const found = new Map<string, CheckSpec>();
  for (const path of pathsTo(r.properties, keys)) {
    if (except?.test(path)) continue;
    const arn = roleArnIn(r, path);
    if (!found.has(arn)) found.set(arn, passRole(arn, service, path));
  }
  return [...found.values()];
}

function pathsTo(value: Json, keys: RegExp, above = ""): readonly string[] {
  const entries = isJsonArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, item]) => {
    const path = above === "" ? key : `${above}.${key}`;
    return keys.test(key) ? [path] : pathsTo(item, keys, path);
  });
}

/** The roles inside the instance profile that a property names by name or ARN. */
export function profileRoles(r: ResourceView, path: string): readonly CheckSpec[] {
  const given = r.text(path);
  if (given === undefined) return [];
  const name = given.split("/").at(-1) ?? given;
  const profile = r.findByReference(given) ?? r.findByReference(name);
  const roles = profile?.type === "AWS::IAM::InstanceProfile" ? profile.texts("Roles") : [name];
  return roles.map((role) =>
    passRole(role.startsWith("arn:") ? role : r.arn("iam", `role/${role}`, { region: "" }), "ec2.amazonaws.com", path),
  );
}
