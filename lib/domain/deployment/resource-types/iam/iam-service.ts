import { awsService } from "../../aws-service";
import type { CheckSpec, OtherResource, ResourceView } from "../../resource-rule";

export const iam = awsService({
  prefix: "iam",
  documentation: (operation) => `https://docs.aws.amazon.com/IAM/latest/APIReference/API_${operation}.html`,
});

/** Path and name of an IAM entity in its ARN: `/` disappears, `/team/` stays. */
export function iamArn(r: ResourceView, kind: string, name: string): string {
  const path = r.text("Path") ?? "/";
  return r.arn("iam", `${kind}${path.endsWith("/") ? path : `${path}/`}${name}`, { region: "" });
}

/** The ARN of an entity that a property names by its name alone; if it is of this stack, with its path. */
export function entityArn(r: ResourceView, kind: "role" | "user" | "group" | "policy", name: string): string {
  if (name.startsWith("arn:")) return name;
  return r.findByReference(name)?.identity.arn ?? r.arn("iam", `${kind}/${name}`, { region: "" });
}

/** Policies that test `iam:PermissionsBoundary` see the boundary of the entity that a call is about. */
export function boundaryContext(r: OtherResource): CheckSpec["context"] {
  const boundary = r.text("PermissionsBoundary");
  return boundary === undefined ? {} : { "iam:PermissionsBoundary": [boundary] };
}
