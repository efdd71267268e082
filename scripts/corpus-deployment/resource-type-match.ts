import type { ApiRequest } from "../../lib/domain/deployment/api-call";
import type { ActionCatalogue } from "../../lib/domain/policy/action-catalogue";

/** Checks whose action is not in the service authorization reference, or does not take the resource: what → an example. */
export function findMisfits(checks: readonly ApiRequest[], catalogue: ActionCatalogue): ReadonlyMap<string, string> {
  const misfits = new Map<string, string>();
  for (const { action, resources } of checks) {
    const [prefix = "", name = ""] = action.split(":");
    const facts = catalogue.services[prefix]?.[name.toLowerCase()];
    if (!facts) misfits.set(`${action} does not exist`, resources[0] ?? "");
    const arns = facts?.resourceTypes.map((type) => catalogue.resourceTypes[prefix]?.[type]?.arn ?? "") ?? [];
    for (const resource of resources) {
      const fits = arns.length === 0 ? resource === "*" : arns.some((arn) => matchesResourceType(resource, arn));
      if (facts && !fits && !isException(action, resource))
        misfits.set(`${action} on ${facts.resourceTypes.join(", ") || "*"}`, resource);
    }
  }
  return misfits;
}

/**
 * What AWS documents outside the table: macros as resources of CreateChangeSet, the paths of HTTP APIs, the parent in
 * the path of a new REST resource, tags of the newer load balancers, whose prefix the classic ones share, the nameless
 * group on which all log groups are listed, the web ACL from which a resource is taken, and actions whose every resource is
 * optional.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 * https://github.com/hashicorp/terraform-provider-aws/issues/8804
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-api-permissions-ref.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstransferfamily.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 * Creations that are refused on any resource of their kind, though the table knows none: see `anyOfKind` in
 * `lib/domain/deployment/resource-types/plain-rule.ts`.
 */
function isException(action: string, resource: string): boolean {
  if (action === "cloudformation:CreateChangeSet") return resource.endsWith(":aws:transform/Serverless-2016-10-31");
  if (action === "logs:DescribeLogGroups") return resource.endsWith(":log-group::log-stream:");
  if (action === "wafv2:DisassociateWebACL") return resource.includes(":regional/webacl/");
  if (/^elasticloadbalancing:(Add|Remove)Tags$/.test(action))
    return /:(targetgroup|listener|listener-rule)\//.test(resource);
  if (optionalResources.includes(action)) return resource === "*";
  const kind = anyOfKind[action];
  if (kind !== undefined) return resource.endsWith(`:${kind}/*`);
  if (!action.startsWith("apigateway:")) return false;
  return (
    /::\/(apis|domainnames|vpclinks|tags)(\/|$)/.test(resource) ||
    /::\/restapis\/[^/]+\/resources\/[^/]+$/.test(resource)
  );
}

const anyOfKind: Readonly<Record<string, string>> = {
  "acm:RequestCertificate": "certificate",
  "bedrock-agentcore:CreateAgentRuntime": "runtime",
  "bedrock-agentcore:CreateGateway": "gateway",
  "cloudfront:CreateCachePolicy": "cache-policy",
  "cloudfront:CreateDistribution": "distribution",
  "cloudfront:CreateOriginAccessControl": "origin-access-control",
  "elasticfilesystem:CreateFileSystem": "file-system",
};

const optionalResources = ["bedrock:CreateGuardrail", "transfer:CreateConnector"];

/** Whether an ARN can be of a resource type; several patterns are separated by commas. */
function matchesResourceType(arn: string, patterns: string): boolean {
  return patterns.split(/,\s*/).some((pattern) => toExpression(pattern).test(arn));
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/\$\{[^}]*\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
