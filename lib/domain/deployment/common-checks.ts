import type { CheckSpec, ResourceView } from "./resource-rule";

/**
 * The check that a principal makes when it hands a role to a service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passRole(
  roleArn: string,
  service: string,
  cause: string,
  context: CheckSpec["context"] = {},
): CheckSpec {
  return {
    action: "iam:PassRole",
    resources: [roleArn],
    context: { "iam:PassedToService": [service], ...context },
    cause,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    through: [],
  };
}

/** The ARN of the role that a property names; a plausible one where it cannot be known. */
export function roleArnIn(resource: ResourceView, path: string): string {
  const value = resource.text(path);
  if (value?.startsWith("arn:")) return value;
  const name =
    value ?? `${resource.target.stackName}-${resource.invent(`role ${path}`, { alphabet: "upper", length: 12 })}`;
  return resource.arn("iam", `role/${name}`, { region: "" });
}

/**
 * What a call that carries tags shows to policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag
 */
export function tagContext(resource: ResourceView): CheckSpec["context"] {
  return requestTags(resource.tags);
}

export function requestTags(tags: Readonly<Record<string, string>>): CheckSpec["context"] {
  const keys = Object.keys(tags);
  if (keys.length === 0) return {};
  const values = Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": keys };
}

/** What a call that removes tags shows: their keys alone. */
export function tagKeys(keys: readonly string[]): CheckSpec["context"] {
  return keys.length === 0 ? {} : { "aws:TagKeys": keys };
}

/** The tag keys that an update takes away. */
export function removedTags(before: ResourceView, after: ResourceView): readonly string[] {
  return Object.keys(before.tags).filter((key) => !(key in after.tags));
}

/**
 * A check of KMS that a service makes on the caller's behalf, with the key that a property names; on nothing for a key
 * that AWS manages for the service, since that key's own policy lets all of the account use it through the service.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * https://docs.aws.amazon.com/kms/latest/developerguide/services-dynamodb.html#dynamodb-policies
 */
export function kmsThrough(
  resource: ResourceView,
  action: string,
  {
    path,
    service,
    source,
    context = {},
  }: { path: string; service: string; source: string; context?: CheckSpec["context"] },
): CheckSpec {
  return {
    action: `kms:${action}`,
    resources: namesManagedKey(resource.text(path)) ? [] : [keyArnIn(resource, path)],
    context: { "kms:ViaService": [`${service}.${resource.target.region}.amazonaws.com`], ...context },
    cause: path,
    source,
    through: [`${service}.amazonaws.com`],
  };
}

/** By its alias, alone or in an ARN; such a key's id and ARN look like any other's. */
function namesManagedKey(value: string | undefined): boolean {
  return value?.includes("alias/aws/") === true;
}

/** The ARN of the KMS key that a property names by id, alias or ARN; aliases are authorised on the key behind them. */
export function keyArnIn(resource: ResourceView, path: string): string {
  const value = resource.text(path);
  const unknownKey = () => resource.arn("kms", `key/${resource.invent(`key ${path}`, { alphabet: "uuid" })}`);
  if (value === undefined || value.includes("alias/")) return unknownKey();
  return value.startsWith("arn:") ? value : resource.arn("kms", `key/${value}`);
}
