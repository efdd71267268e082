import type { CheckSpec, ResourceView } from "../resource-rule";

/**
 * The role of its own that a service makes in the account the first time it is used; nothing where the settings say
 * that it exists.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export function serviceLinkedRole(
  r: ResourceView,
  {
    service,
    role,
    cause = "Type",
    through,
    source,
  }: { service: string; role: string; cause?: string; through: string; source: string },
): readonly CheckSpec[] {
  if (r.settings.account.serviceLinkedRolesExist) return [];
  return [
    {
      action: "iam:CreateServiceLinkedRole",
      resources: [r.arn("iam", `role/aws-service-role/${service}/${role}`, { region: "" })],
      context: { "iam:AWSServiceName": [service] },
      cause,
      source,
      through: [through],
    },
  ];
}
