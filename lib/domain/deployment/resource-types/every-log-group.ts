import type { CheckSpec, ResourceView } from "../resource-rule";

/**
 * What `logs:DescribeLogGroups` is authorised on: a group without a name. The service authorization reference names no
 * resource for it, but refusals do, and a policy for `log-group:*` lifts them.
 * https://github.com/hashicorp/terraform-provider-aws/issues/8804
 */
export function everyLogGroup(r: ResourceView): Required<Pick<CheckSpec, "resources" | "patterns">> {
  return {
    resources: [r.arn("logs", "log-group::log-stream:")],
    patterns: [r.arn("logs", "log-group:*")],
  };
}
