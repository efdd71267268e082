import { invalidResource } from "./fault";
import { type Fields, isGiven, type Value, type ValueMap } from "./value";

/** A CloudFormation resource that a rule generates. Rules may edit what they generated until they return it. */
export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  dependsOn?: Value;
  /** `Condition`, `DeletionPolicy`, `UpdateReplacePolicy`, `UpdatePolicy`, `Metadata`. */
  attributes: ValueMap;
  properties: Fields;
}

export function makeResource(
  type: string,
  logicalId: string,
  attributes: ValueMap = {},
  properties: Fields = {},
): Resource {
  if (!/^[A-Za-z0-9]+\n?$/.test(logicalId)) {
    throw invalidResource(logicalId, "Logical ids may hold letters and digits only.");
  }
  return { logicalId, type, attributes, properties };
}

const passedThrough = ["Condition", "DeletionPolicy", "UpdateReplacePolicy"] as const;

/** A fresh copy of the attributes that every resource generated from another one inherits. */
export function passThroughAttributes(attributes: ValueMap): ValueMap {
  const passed: ValueMap = {};
  for (const name of passedThrough) {
    const value = attributes[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

/** The entry in the output's `Resources`. */
export function renderResource(resource: Resource): ValueMap {
  const rendered: ValueMap = { Type: resource.type };
  if (isGiven(resource.dependsOn)) rendered.DependsOn = resource.dependsOn;
  Object.assign(rendered, resource.attributes);
  const properties: ValueMap = {};
  for (const name of Object.keys(resource.properties)) {
    const value = resource.properties[name];
    if (value !== undefined && value !== null) properties[name] = value;
  }
  rendered.Properties = properties;
  return rendered;
}
