import { isJsonObject, type Json } from "../json";
import type { Problem } from "../problem";
import type { Template } from "./template";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const mostResources = 500;

/** What every template must have, and CloudFormation's limits on it. */
export function checkTemplateShape(template: Template): Problem[] {
  const resources = template.document.Resources;
  if (!isJsonObject(resources) || Object.keys(resources).length === 0) {
    const message = "The template has no resources. Add a 'Resources' section with at least one.";
    return [problemAt(template, "no-resources", "Resources", message)];
  }
  const count = Object.keys(resources).length;
  if (count > mostResources) {
    const message = `The template has ${count} resources, CloudFormation takes ${mostResources}. Move some into nested stacks.`;
    return [problemAt(template, "too-many-resources", "Resources", message)];
  }
  return Object.entries(resources).flatMap(([logicalId, resource]) => checkResource(template, logicalId, resource));
}

function checkResource(template: Template, logicalId: string, resource: Json): Problem[] {
  if (!isJsonObject(resource) || resource.Type === undefined || typeof resource.Type === "string") return [];
  const message = `${logicalId}: 'Type' must be text such as AWS::Serverless::Function.`;
  return [{ ...problemAt(template, "type-not-text", `Resources.${logicalId}.Type`, message), logicalId }];
}

function problemAt(template: Template, code: string, path: string, message: string): Problem {
  return { code, severity: "error", message, path, ...template.positions.find(path) };
}
