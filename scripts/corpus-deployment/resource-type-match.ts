/** Whether an ARN can be of a resource type of the service authorization reference; several patterns are separated by commas. */
export function matchesResourceType(arn: string, patterns: string): boolean {
  return patterns.split(/,\s*/).some((pattern) => toExpression(pattern).test(arn));
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/\$\{[^}]*\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
