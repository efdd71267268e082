import { isJsonObject, type Json } from "../json";
import type { Problem } from "../problem";
import type { Template } from "./template";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;

/** What every template must have, and CloudFormation's limits on it. Without these it is not worth expanding. */
export function checkTemplateShape(template: Template): { isTemplate: boolean; problems: Problem[] } {
  const resources = template.document.Resources;
  if (!isJsonObject(resources) || Object.keys(resources).length === 0) {
    const message = "The template has no resources. Add a 'Resources' section with at least one.";
    return { isTemplate: false, problems: [problemAt(template, "no-resources", "Resources", message)] };
  }
  const count = Object.keys(resources).length;
  if (count > mostResources) {
    const message = `The template has ${count} resources, CloudFormation takes ${mostResources}. Move some into nested stacks.`;
    return { isTemplate: false, problems: [problemAt(template, "too-many-resources", "Resources", message)] };
  }
  const problems = Object.entries(resources).flatMap(([id, resource]) => checkResource(template, id, resource));
  return { isTemplate: true, problems };
}

function checkResource(template: Template, logicalId: string, resource: Json): Problem[] {
  if (!isJsonObject(resource) || resource.Type === undefined || typeof resource.Type === "string") return [];
  const message = `${logicalId}: 'Type' must be text such as AWS::Serverless::Function.`;
  return [{ ...problemAt(template, "type-not-text", `Resources.${logicalId}.Type`, message), logicalId }];
}

function problemAt(template: Template, code: string, path: string, message: string): Problem {
  return { code, severity: "error", message, path, ...template.positions.find(path) };
}
