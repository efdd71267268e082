import type { CheckSpec, ResourceView } from "../../resource-rule";
import { everyLogGroup } from "../every-log-group";

/**
 * Access logs of an HTTP API are a vended log delivery, set up with the caller's permissions; those of a REST API are
 * written with the role of the account's settings.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
 */
export function logDeliveryChecks(r: ResourceView, operation: "create" | "update" | "delete"): readonly CheckSpec[] {
  return actions[operation].map((name) => ({
    action: `logs:${name}`,
    ...(name === "DescribeLogGroups" ? everyLogGroup(r) : { resources: ["*"] }),
    context: {},
    cause: "AccessLogSettings",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
    through: ["apigateway.amazonaws.com"],
  }));
}

const actions = {
  create: ["CreateLogDelivery", "DescribeResourcePolicies", "PutResourcePolicy", "DescribeLogGroups"],
  update: ["UpdateLogDelivery", "GetLogDelivery"],
  delete: ["DeleteLogDelivery"],
} as const;
