import { invalidDocument, invalidTemplate } from "./fault";
import { isMap, mapEntryOf, type Value, type ValueMap } from "./value";

/** Types whose resources take part in the steps on the whole template (Globals, implicit APIs, …). */
const steppedTypes: ReadonlySet<string> = new Set([
  "AWS::Serverless::Api",
  "AWS::Serverless::Application",
  "AWS::Serverless::CapacityProvider",
  "AWS::Serverless::Function",
  "AWS::Serverless::HttpApi",
  "AWS::Serverless::LayerVersion",
  "AWS::Serverless::SimpleTable",
  "AWS::Serverless::StateMachine",
  "AWS::Serverless::WebSocketApi",
]);

export interface SamEntry {
  readonly logicalId: string;
  readonly type: string;
  /** The resource in the working copy, edited in place. */
  readonly resource: ValueMap;
}

/** The template's SAM resources, of the given types or of all. Throws for a resource whose `Condition` is not text. */
export function samEntries(template: ValueMap, types: ReadonlySet<string> = steppedTypes): SamEntry[] {
  const entries: SamEntry[] = [];
  const resources = resourcesOf(template);
  for (const logicalId of Object.keys(resources)) {
    const resource = resources[logicalId];
    if (!isMap(resource)) continue;
    checkCondition(resource.Condition);
    const type = resource.Type;
    if (typeof type === "string" && steppedTypes.has(type) && types.has(type))
      entries.push({ logicalId, type, resource });
  }
  return entries;
}

export function resourcesOf(template: ValueMap): ValueMap {
  return mapEntryOf(template, "Resources") ?? {};
}

/** The resource's `Properties`, made where absent. */
export function propertiesOf(resource: ValueMap): ValueMap {
  const properties = resource.Properties;
  if (isMap(properties)) return properties;
  const made: ValueMap = {};
  resource.Properties = made;
  return made;
}

function checkCondition(condition: Value | undefined): void {
  if (condition === undefined || condition === null || condition === "" || typeof condition === "string") return;
  if (condition === false || condition === 0) return;
  if (typeof condition === "object" && Object.keys(condition).length === 0) return;
  throw invalidDocument([invalidTemplate("The 'Condition' of a resource must be the name of a condition.")]);
}
