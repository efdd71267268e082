import { invalidResource } from "../fault";
import { copyValue, isList, isMap, type Value, type ValueMap } from "../value";
import { policyTemplates } from "./policy-templates";

export interface PolicyTemplate {
  readonly parameters: readonly string[];
  readonly statement: readonly Value[];
}

export function isPolicyTemplate(name: string): boolean {
  return templates.has(name);
}

/** `{SQSPollerPolicy: {QueueName: …}}` as a policy document. Values may be intrinsics; they are put in as they are. */
export function convertPolicyTemplate(logicalId: string, policy: Value): ValueMap {
  const [name = "", values = null] = isMap(policy) ? (Object.entries(policy)[0] ?? []) : [];
  const template = templates.get(name);
  if (!template) throw invalidResource(logicalId, `SAM has no policy template '${name}'.`, "Properties.Policies");
  if (!isMap(values)) {
    throw invalidResource(logicalId, `The policy template '${name}' needs a map of parameters.`, "Properties.Policies");
  }
  const missing = template.parameters.filter((parameter) => !Object.hasOwn(values, parameter));
  if (missing.length > 0) {
    const message = `The policy template '${name}' needs values for ${missing.join(", ")}.`;
    throw invalidResource(logicalId, message, "Properties.Policies");
  }
  return { Statement: template.statement.map((statement) => fillIn(statement, template, values)) };
}

function fillIn(value: Value, template: PolicyTemplate, values: ValueMap): Value {
  if (isList(value)) return value.map((entry) => fillIn(entry, template, values));
  if (!isMap(value)) return value;
  if (typeof value.Ref === "string" && template.parameters.includes(value.Ref)) {
    return copyValue(values[value.Ref] ?? null);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIn(inner, template, values)]));
}

const templates: ReadonlyMap<string, PolicyTemplate> = new Map(Object.entries(policyTemplates));
