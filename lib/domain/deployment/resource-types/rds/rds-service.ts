import { awsService, type CallOptions } from "../../aws-service";
import { kmsThrough, tagContext } from "../../common-checks";
import type { CallSpec, CheckSpec, ResourceUpdate, ResourceView } from "../../resource-rule";
import { when } from "../../resource-rule";
import { changedBesideTags, tagChanges, tagOnCreate } from "../../tag-calls";
import { serviceLinkedRole } from "../service-linked-role";

/** DocumentDB shares RDS's API, actions and ARNs. */
export const rds = awsService({
  prefix: "rds",
  documentation: (operation) => `https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_${operation}.html`,
});

export const rdsTags = { tag: "AddTagsToResource", untag: "RemoveTagsFromResource" };

/** Identifiers are kept in lower case. */
export const identifier = (property: string, maxLength = 63) => ({ property, maxLength, lowerCase: true }) as const;

export function rdsArn(r: ResourceView, kind: string, name: string): string {
  return r.arn("rds", `${kind}:${name.toLowerCase()}`);
}

/** Neighbours that a call names and is authorised on, as in `["DBSubnetGroupName", "subgrp"]`. */
export function namedArns(r: ResourceView, ...neighbours: readonly (readonly [string, string])[]): readonly string[] {
  return neighbours.flatMap(([property, kind]) => {
    const name = r.text(property);
    return name === undefined ? [] : [name.startsWith("arn:") ? name : rdsArn(r, kind, name)];
  });
}

/** A creation that is checked on the resource and its neighbours, with tags. */
export function createCall(
  r: ResourceView,
  operation: string,
  neighbours: readonly string[],
  { context = {}, also = [] }: CallOptions = {},
): CallSpec {
  return rds.call(operation, [r.arnOfSelf, ...neighbours], {
    context: { ...tagContext(r), ...context },
    also: [...tagOnCreate(rds, r, rdsTags), ...also],
  });
}

export function changeWithTags(r: ResourceUpdate, ...calls: readonly CallSpec[]): readonly CallSpec[] {
  return [...when(changedBesideTags(r), ...calls), ...tagChanges(rds, r, rdsTags)];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html */
export function linkedRole(r: ResourceView): readonly CheckSpec[] {
  return serviceLinkedRole(r, {
    service: "rds.amazonaws.com",
    role: "AWSServiceRoleForRDS",
    through: "rds.amazonaws.com",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html",
  });
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html */
export function keyChecks(r: ResourceView, path: string): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html";
  const check = (name: string) => kmsThrough(r, name, { path, service: "rds", source });
  return when(r.has(path), ...["DescribeKey", "CreateGrant"].map(check));
}

/** A master password in Secrets Manager; https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html */
export function managedSecret(
  r: ResourceView,
  kind: "cluster" | "db",
  path = "MasterUserSecret.KmsKeyId",
): readonly CheckSpec[] {
  const cause = "ManageMasterUserPassword";
  const source = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html";
  const check = (name: string): CheckSpec => ({
    action: `secretsmanager:${name}`,
    resources: [secretArn(r, kind)],
    context: {},
    cause,
    source,
    through: ["rds.amazonaws.com"],
  });
  const keyCheck = (name: string) => kmsThrough(r, name, { path, service: "secretsmanager", source });
  return [
    ...when(r.text(cause) === "true", ...["CreateSecret", "TagResource"].map(check)),
    ...when(
      r.text(cause) === "true" && r.has(path),
      ...["DescribeKey", "Decrypt", "GenerateDataKey", "CreateGrant"].map(keyCheck),
    ),
  ];
}

export function secretArn(r: ResourceView, kind: "cluster" | "db"): string {
  const suffix = r.invent("secret suffix", { alphabet: "mixed", length: 6 });
  return r.arn("secretsmanager", `secret:rds!${kind}-${r.invent("secret", { alphabet: "uuid" })}-${suffix}`);
}
