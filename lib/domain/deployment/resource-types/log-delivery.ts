import type { CheckSpec, ResourceView } from "../resource-rule";
import { everyLogGroup } from "./every-log-group";

/**
 * A service that delivers logs to CloudWatch sets the delivery up with the caller's permissions.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export function logDeliveryChecks(
  r: ResourceView,
  cause: string,
  through: string,
  source: string,
): readonly CheckSpec[] {
  const names = ["CreateLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies", "PutResourcePolicy"];
  return names.map((name) => ({
    action: `logs:${name}`,
    ...(name === "DescribeLogGroups" ? everyLogGroup(r) : { resources: ["*"] }),
    context: {},
    cause,
    source,
    through: [through],
  }));
}
