import { isJsonObject, type JsonObject } from "../../json";
import type { Problem } from "../../problem";
import type { ExpandOptions } from "../expand-options";
import { expandSam } from "../expand-sam";

/** For tests: what becomes of these resources, by logical id; empty where the template is refused. Nothing is packaged. */
export function expandResources(
  resources: JsonObject,
  options: Partial<ExpandOptions> = {},
): { readonly resources: Readonly<Record<string, JsonObject>>; readonly problems: readonly Problem[] } {
  const document = { Transform: "AWS::Serverless-2016-10-31", Resources: resources };
  const { value, problems } = expandSam({ document, positions: { find: () => null } }, { ...defaults, ...options });
  const expanded = Object.entries(isJsonObject(value?.document.Resources) ? value.document.Resources : {});
  const maps = expanded.map(([logicalId, resource]): [string, JsonObject] => [
    logicalId,
    isJsonObject(resource) ? resource : {},
  ]);
  return { resources: Object.fromEntries(maps), problems };
}

const defaults: ExpandOptions = {
  parameters: {},
  region: "eu-central-1",
  partition: "aws",
  account: "123456789012",
  stackName: "orders",
  artifacts: null,
};
